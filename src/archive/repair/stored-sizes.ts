import { DatabaseSync } from 'node:sqlite';
import type { BackupView } from '../../vault/backup-view.ts';
import { encryptedSize } from '../../wire/file-cipher.ts';
import { pathIn } from '../backup-files.ts';
import type { Bench } from './bench.ts';
import { mbFileOf } from './row-names.ts';

/** A row of a manifest in the clear. */
export interface FileRow {
  readonly rowid: number;
  readonly fileId: string;
  readonly domain: string;
  readonly relativePath: string;
  readonly flags: number;
  readonly file: Uint8Array;
}

export const PREFIXES: readonly string[] = Array.from({ length: 256 }, (_, byte) =>
  byte.toString(16).padStart(2, '0'),
);

const COLUMNS = 'rowid AS row, fileID, domain, relativePath, flags, file';

/** The sizes of what lies in one of the folders 00 to ff, by name; -1 for what is not a file. */
export async function storedSizes(view: BackupView, prefix: string): Promise<Map<string, number>> {
  const entries = await view.list(pathIn(prefix));
  return new Map(entries.map(({ name, kind, size }) => [name, kind === 'file' ? size : -1]));
}

/** The regular files of one folder, by a manifest that is sound. */
export function filesUnder(database: DatabaseSync, prefix: string): FileRow[] {
  return database
    .prepare(`SELECT ${COLUMNS} FROM Files WHERE +flags = 1 AND fileID >= ? AND fileID < ?`)
    .all(prefix, `${prefix}g`)
    .map(rowOf);
}

/** All rows, in the order they lie in. */
export function* allRows(database: DatabaseSync): Generator<FileRow> {
  for (const row of database.prepare(`SELECT ${COLUMNS} FROM Files NOT INDEXED ORDER BY rowid`).iterate())
    yield rowOf(row);
}

/** The row of a file, folder or link. */
export function rowFor(database: DatabaseSync, fileId: string): FileRow | undefined {
  const row = database.prepare(`SELECT ${COLUMNS} FROM Files WHERE fileID = ?`).get(fileId);
  return row && rowOf(row);
}

/** Bytes that the file of this blob takes in the backup; undefined when the blob makes no sense. */
export function storedSizeOf(blob: Uint8Array, encrypted: boolean): number | undefined {
  const size = mbFileOf(blob)?.size;
  return size === undefined || !encrypted ? size : encryptedSize(size);
}

/** How many files of a manifest in the clear lie in the backup with their size, and how many do not. */
export async function fitOf(
  { draft: { view }, signal }: Bench,
  clear: string,
  encrypted: boolean,
): Promise<{ fitting: number; others: number }> {
  using database = new DatabaseSync(clear, { readOnly: true });
  let fitting = 0;
  let others = 0;
  for (const prefix of PREFIXES) {
    signal?.throwIfAborted();
    const sizes = await storedSizes(view, prefix);
    for (const { fileId, file } of filesUnder(database, prefix)) {
      if (sizes.get(fileId) === storedSizeOf(file, encrypted)) fitting += 1;
      else others += 1;
    }
  }
  return { fitting, others };
}

function rowOf(row: Readonly<Record<string, unknown>>): FileRow {
  const { row: rowid, fileID, domain, relativePath, flags, file } = row;
  return {
    rowid: Number(rowid),
    fileId: String(fileID ?? ''),
    domain: String(domain ?? ''),
    relativePath: String(relativePath ?? ''),
    flags: Number(flags ?? 0),
    file: file instanceof Uint8Array ? file : new Uint8Array(),
  };
}
