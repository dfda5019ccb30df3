import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pipeline } from 'node:stream/promises';
import { pathToFileURL } from 'node:url';
import type { BackupView } from '../vault/backup-view.ts';
import { decryptManifest } from '../wire/file-cipher.ts';
import { pathIn } from './backup-files.ts';
import { type EntryFilter, whereOf } from './entry-filter.ts';
import { ArchiveError } from './errors.ts';
import type { PlaceName } from './list-place.ts';
import { idsOf, type Slices } from './sample.ts';
import { scratchFolder } from './scratch.ts';

/** What Manifest.db says of one file, folder or link; `file` is the MBFile blob. */
export interface ManifestRow {
  readonly fileId: string;
  readonly domain: string;
  readonly relativePath: string;
  /** 1 a regular file, which alone has bytes in the backup; 2 a folder, 4 a symbolic link. */
  readonly flags: number;
  readonly file: Uint8Array;
}

/** Where a database came from, and with it where the files lie. */
export interface ManifestOrigin {
  /** The list of files, as it is called in the backup. */
  readonly listName: 'Manifest.db' | 'Manifest.mbdb';
  /** What must go when the database is closed. */
  readonly scratch?: AsyncDisposable;
}

/** What Manifest.db says of one place, without its blob. */
export type PathRow = Pick<ManifestRow, 'relativePath' | 'flags'>;

const REGULAR_FILE = 1;
const FOLDER = 2;
/** No text comes after it. */
const LAST_PATH = '\u{10ffff}';
const READ_BYTES = 1024 * 1024;
const CACHE_KIB = 16 * 1024;
const COLUMNS = 'fileID, domain, relativePath, flags, file';
const PREFIXES = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** The list of files of a backup as a database, never written to. */
export class ManifestDb implements AsyncDisposable {
  readonly listName: ManifestOrigin['listName'];
  readonly #database: DatabaseSync;
  readonly #scratch: AsyncDisposable | undefined;

  /** Takes over a database at `path` in the clear; a damaged one shows at the first query. */
  constructor(path: string, { listName, scratch }: ManifestOrigin) {
    this.#database = openReadOnly(path);
    this.listName = listName;
    this.#scratch = scratch;
  }

  /**
   * Opens Manifest.db where it lies, or decrypted with the key that Manifest.plist wraps. Rejects with
   * `archive.no-manifest` when there is none; one that is damaged shows at the first query.
   */
  static async open(
    view: BackupView,
    key: Uint8Array | undefined,
    signal?: AbortSignal,
  ): Promise<ManifestDb> {
    const listName = 'Manifest.db';
    if (!key) {
      const path = await view.physicalPath(pathIn(listName));
      if (path === undefined) throw missing();
      return new ManifestDb(path, { listName });
    }
    await using opening = new AsyncDisposableStack();
    const scratch = opening.use(await scratchFolder());
    const path = join(scratch.path, listName);
    await decryptTo(path, view, key, signal);
    const database = new ManifestDb(path, { listName, scratch });
    opening.move();
    return database;
  }

  /** SQLite's own opinion of the database: `ok`, or what is wrong first. `thorough` compares the indexes, too. */
  check(thorough = false): string {
    const pragma = thorough ? 'integrity_check' : 'quick_check';
    const row = this.#database.prepare(`PRAGMA ${pragma}(1)`).get();
    return String(row?.[pragma] ?? 'no answer');
  }

  /** The folders that files lie in, and which files. */
  places(): readonly PlaceName[] {
    if (this.listName === 'Manifest.mbdb') return [{ prefix: '', folder: '' }];
    return PREFIXES.map((prefix) => ({ prefix, folder: prefix }));
  }

  /** A file's path inside the backup. */
  placeOf(fileId: string): string {
    return this.listName === 'Manifest.mbdb' ? fileId : `${fileId.slice(0, 2)}/${fileId}`;
  }

  /** Regular files whose id begins with these hex digits. Read a prefix at a time: a backup may have a million. */
  filesIn(prefix: string): Generator<ManifestRow> {
    return this.#files(prefix, `${prefix}g`);
  }

  /** Regular files of the slices. */
  *filesOf(slices: Slices): Generator<ManifestRow> {
    for (const slice of slices) {
      const { first, end } = idsOf(slice);
      yield* this.#files(first, end);
    }
  }

  /** Regular files whose id is none: damage. */
  *strays(): Generator<ManifestRow> {
    const rows = this.#database
      .prepare(`SELECT ${COLUMNS} FROM Files WHERE flags = ? AND fileID NOT GLOB '[0-9a-f][0-9a-f]*'`)
      .iterate(REGULAR_FILE);
    for (const row of rows) yield rowOf(row);
  }

  /** Everything, or what a filter lets through, in the order of the database. Throws SQLite's error. */
  *rows(filter: EntryFilter = {}): Generator<ManifestRow> {
    const { where, values } = whereOf(filter);
    const rows = this.#database.prepare(`SELECT ${COLUMNS} FROM Files ${where}`).iterate(...values);
    for (const row of rows) yield rowOf(row);
  }

  row(fileId: string): ManifestRow | undefined {
    const row = this.#database.prepare(`SELECT ${COLUMNS} FROM Files WHERE fileID = ?`).get(fileId);
    return row && rowOf(row);
  }

  /** Each domain with the number of its regular files, by name; nothing of a row is decoded. */
  domains(): { readonly domain: string; readonly files: number }[] {
    const sql = 'SELECT domain, sum(flags = ?) AS files FROM Files GROUP BY domain ORDER BY domain';
    const rows = this.#database.prepare(sql).all(REGULAR_FILE);
    return rows.map(({ domain, files }) => ({ domain: String(domain ?? ''), files: Number(files) }));
  }

  /** The paths below a folder of a domain, in the order of their bytes, from behind `after`; `''` is the domain's root. */
  *pathsBelow(domain: string, folder: string, after: string): Generator<PathRow> {
    for (const { relativePath, flags } of this.#below('relativePath, flags', domain, folder, after, -1))
      yield { relativePath: String(relativePath), flags: Number(flags) };
  }

  /** What lies right in a folder and is no folder, in the order of `pathsBelow`, from behind the path `after`. */
  *leavesIn(domain: string, folder: string, after: string, limit: number): Generator<ManifestRow> {
    for (const row of this.#below(COLUMNS, domain, folder, after, limit)) yield rowOf(row);
  }

  /** Rows in all: files, folders and links. */
  countAll(): number {
    return Number(this.#database.prepare('SELECT count(*) AS rows FROM Files').get()?.['rows'] ?? 0);
  }

  /** Regular files in all. */
  count(): number {
    const row = this.#database
      .prepare('SELECT count(*) AS files FROM Files WHERE flags = ?')
      .get(REGULAR_FILE);
    return Number(row?.['files'] ?? 0);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#database.close();
    await this.#scratch?.[Symbol.asyncDispose]();
  }

  /** With a limit only what is no folder and lies right in the folder. */
  *#below(columns: string, domain: string, folder: string, after: string, limit: number) {
    const from = folder === '' ? '' : `${folder}/`;
    // A plus keeps SQLite from an index: of a folder the path tells more than the domain, of a root the domain alone.
    const [byDomain, byPath] = folder === '' ? ['domain', '+relativePath'] : ['+domain', 'relativePath'];
    const leaves =
      limit < 0
        ? ''
        : `AND flags <> ${FOLDER} AND instr(substr(relativePath, ${[...from].length + 1}), '/') = 0`;
    const sql = `SELECT ${columns} FROM Files WHERE ${byDomain} = ? AND ${byPath} > ? AND ${byPath} < ? ${leaves}
      ORDER BY ${byPath} LIMIT ?`;
    const end = folder === '' ? LAST_PATH : `${folder}0`;
    yield* this.#database.prepare(sql).iterate(domain, after === '' ? from : after, end, limit);
  }

  *#files(first: string, end: string): Generator<ManifestRow> {
    // The plus keeps SQLite from its index on flags, by which it would go through all files for every prefix.
    const rows = this.#database
      .prepare(`SELECT ${COLUMNS} FROM Files WHERE +flags = ? AND fileID >= ? AND fileID < ?`)
      .iterate(REGULAR_FILE, first, end);
    for (const row of rows) yield rowOf(row);
  }
}

function rowOf({ fileID, domain, relativePath, flags, file }: Record<string, unknown>): ManifestRow {
  return {
    fileId: String(fileID),
    domain: String(domain ?? ''),
    relativePath: String(relativePath ?? ''),
    flags: Number(flags),
    file: file instanceof Uint8Array ? file : new Uint8Array(),
  };
}

/** `immutable`: the phone leaves the header in WAL mode, and without it SQLite would make files beside a backup. */
function openReadOnly(path: string): DatabaseSync {
  const url = pathToFileURL(path);
  url.searchParams.set('immutable', '1');
  const database = new DatabaseSync(url, { readOnly: true });
  // Rows lie in the order the phone scanned, and are asked for by id: each page is wanted many times.
  database.exec(`PRAGMA cache_size = -${CACHE_KIB}`);
  return database;
}

async function decryptTo(
  path: string,
  view: BackupView,
  key: Uint8Array,
  signal?: AbortSignal,
): Promise<void> {
  await using source = await view.open(pathIn('Manifest.db'));
  if (!source) throw missing();
  await pipeline(source.chunks(READ_BYTES), decryptManifest(key), createWriteStream(path, { mode: 0o600 }), {
    signal,
  });
}

function missing(): ArchiveError {
  return new ArchiveError('archive.no-manifest', 'Manifest.db is missing');
}
