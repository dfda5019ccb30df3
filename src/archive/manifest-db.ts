import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pipeline } from 'node:stream/promises';
import { pathToFileURL } from 'node:url';
import type { BackupView } from '../vault/backup-view.ts';
import { decryptManifest } from '../wire/file-cipher.ts';
import { pathIn } from './backup-files.ts';

/** A file of the backup as Manifest.db names it; `file` is the MBFile blob. */
export interface ManifestRow {
  readonly fileId: string;
  readonly domain: string;
  readonly relativePath: string;
  readonly file: Uint8Array;
}

/** Only regular files have bytes in the backup; 2 is a folder, 4 a symbolic link. */
const REGULAR_FILE = 1;
const READ_BYTES = 1024 * 1024;
const CACHE_KIB = 16 * 1024;

/** Manifest.db, opened where it lies and never written to. Rejects when there is none or it is no database. */
export class ManifestDb implements AsyncDisposable {
  readonly #database: DatabaseSync;
  readonly #folder: string | undefined;

  private constructor(database: DatabaseSync, folder: string | undefined) {
    this.#database = database;
    this.#folder = folder;
  }

  /** Opens the database of a plain backup, or of an encrypted one with the key its Manifest.plist wraps. */
  static async open(
    view: BackupView,
    key: Uint8Array | undefined,
    signal?: AbortSignal,
  ): Promise<ManifestDb> {
    if (!key) {
      const path = await view.physicalPath(pathIn('Manifest.db'));
      if (path === undefined) throw missing();
      return new ManifestDb(openReadOnly(path), undefined);
    }
    const folder = await mkdtemp(join(tmpdir(), 'thaw-manifest-'));
    try {
      const path = join(folder, 'Manifest.db');
      await decryptTo(path, view, key, signal);
      return new ManifestDb(openReadOnly(path), folder);
    } catch (thrown) {
      await rm(folder, { recursive: true, force: true });
      throw thrown;
    }
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
      .prepare(
        'SELECT fileID, domain, relativePath, file FROM Files WHERE +flags = ? AND fileID >= ? AND fileID < ?',
      )
      .iterate(REGULAR_FILE, prefix, `${prefix}g`);
    for (const { fileID, domain, relativePath, file } of rows) {
      yield {
        fileId: String(fileID),
        domain: String(domain ?? ''),
        relativePath: String(relativePath ?? ''),
        file: file instanceof Uint8Array ? file : new Uint8Array(),
      };
    }
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
    if (this.#folder) await rm(this.#folder, { recursive: true, force: true });
  }
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

function missing(): Error {
  return new Error('Manifest.db is missing');
}
