import { DatabaseSync } from 'node:sqlite';
import type { BackupView } from '../../vault/backup-view.ts';
import { MANIFEST_DDL } from '../../wire/manifest-schema.ts';
import { carveRows } from './carve-rows.ts';
import { mbFileOf } from './row-names.ts';
import { allRows, type FileRow, storedSizeOf, storedSizes } from './stored-sizes.ts';

const INSERT =
  'INSERT OR REPLACE INTO Files (fileID, domain, relativePath, flags, file) VALUES (?, ?, ?, ?, ?)';

/** Writes a new Manifest.db to `to` with every row that can be made out in a damaged one; tells how many. */
export function rebuildManifest(damaged: string, to: string, signal?: AbortSignal): number {
  using database = new DatabaseSync(to);
  for (const statement of MANIFEST_DDL) database.exec(statement);
  database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF');
  // Of two rows with one id, one may be what an update or a move left behind in its page.
  database.exec('CREATE TEMP TABLE Ranks (fileID TEXT PRIMARY KEY, rank INTEGER) WITHOUT ROWID; BEGIN');
  const rankOf = database.prepare('SELECT rank FROM Ranks WHERE fileID = ?');
  const setRank = database.prepare('INSERT OR REPLACE INTO Ranks VALUES (?, ?)');
  const insert = database.prepare(INSERT);
  for (const { fileId, domain, relativePath, flags, file, live, whole } of carveRows(damaged)) {
    signal?.throwIfAborted();
    const rank = (whole && mbFileOf(file) ? 2 : 0) + (live ? 1 : 0);
    const before = rankOf.get(fileId)?.['rank'];
    if (before !== undefined && Number(before) >= rank) continue;
    setRank.run(fileId, rank);
    insert.run(fileId, domain, relativePath, flags, file);
  }
  database.exec('COMMIT; DROP TABLE Ranks');
  const rows = Number(database.prepare('SELECT count(*) AS rows FROM Files').get()?.['rows']);
  // As the phone's own: marked as having a write-ahead log, though none lies beside it.
  database.exec('PRAGMA journal_mode = WAL');
  return rows;
}

/**
 * Adds to a manifest what an older one knows besides: files that lie in the backup with just the size they had then,
 * and the folders around them. `fits` looks once more at such a file. Tells how many files were added.
 */
export async function addFromOlder(
  manifest: string,
  older: string,
  {
    view,
    encrypted,
    fits,
  }: { view: BackupView; encrypted: boolean; fits: (row: FileRow) => Promise<boolean> },
): Promise<number> {
  using from = new DatabaseSync(older, { readOnly: true });
  using database = new DatabaseSync(manifest);
  const known = database.prepare('SELECT 1 FROM Files WHERE fileID = ?');
  const insert = database.prepare(INSERT);
  const sizes = new Map<string, Map<string, number>>();
  let added = 0;
  database.exec('BEGIN');
  for (const row of allRows(from)) {
    const { fileId, domain, relativePath, flags, file } = row;
    if (known.get(fileId)) continue;
    if (flags === 1) {
      const prefix = fileId.slice(0, 2);
      const inFolder = sizes.get(prefix) ?? (await storedSizes(view, prefix));
      sizes.set(prefix, inFolder);
      const size = inFolder.get(fileId);
      if (size === undefined || size !== storedSizeOf(file, encrypted) || !(await fits(row))) continue;
      added += 1;
    }
    insert.run(fileId, domain, relativePath, flags, file);
  }
  database.exec('COMMIT');
  return added;
}
