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

const REGULAR_FILE = 1;
const READ_BYTES = 1024 * 1024;
const CACHE_KIB = 16 * 1024;
const COLUMNS = 'fileID, domain, relativePath, flags, file';

/** Manifest.db, opened where it lies and never written to. */
export class ManifestDb implements AsyncDisposable {
  readonly #database: DatabaseSync;
  readonly #scratch: AsyncDisposable | undefined;

  private constructor(database: DatabaseSync, scratch?: AsyncDisposable) {
    this.#database = database;
    this.#scratch = scratch;
  }

  /**
   * Opens the database where it lies, or decrypted with the key that Manifest.plist wraps. Rejects with
   * `archive.no-manifest` when there is none; one that is damaged shows at the first query.
   */
  static async open(
    view: BackupView,
    key: Uint8Array | undefined,
    signal?: AbortSignal,
  ): Promise<ManifestDb> {
    if (!key) {
      const path = await view.physicalPath(pathIn('Manifest.db'));
      if (path === undefined) throw missing();
      return new ManifestDb(openReadOnly(path));
    }
    await using opening = new AsyncDisposableStack();
    const scratch = opening.use(await scratchFolder());
    const path = join(scratch.path, 'Manifest.db');
    await decryptTo(path, view, key, signal);
    return new ManifestDb(openReadOnly(path), opening.move());
  }

  /** SQLite's own opinion of the database: `ok`, or what is wrong first. */
  check(): string {
    const row = this.#database.prepare('PRAGMA quick_check(1)').get();
    return String(row?.['quick_check'] ?? 'no answer');
  }

  /** Regular files whose id begins with these two hex digits. Read a prefix at a time: a backup may have a million. */
  *filesIn(prefix: string): Generator<ManifestRow> {
    // The plus keeps SQLite from its index on flags, by which it would go through all files for every prefix.
    const rows = this.#database
      .prepare(`SELECT ${COLUMNS} FROM Files WHERE +flags = ? AND fileID >= ? AND fileID < ?`)
      .iterate(REGULAR_FILE, prefix, `${prefix}g`);
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

  /** Rows in all: files, folders and links. */
  countAll(): number {
    return Number(this.#database.prepare('SELECT count(*) AS rows FROM Files').get()?.['rows'] ?? 0);
  }

  /** Regular files in all. */
  count(): number {
    return Number(
      this.#database.prepare('SELECT count(*) AS files FROM Files WHERE flags = ?').get(REGULAR_FILE)?.[
        'files'
      ] ?? 0,
    );
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#database.close();
    await this.#scratch?.[Symbol.asyncDispose]();
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
