import { DatabaseSync } from 'node:sqlite';
import { encodeMbFile } from '../../wire/mbfile.ts';
import { pathIn } from '../backup-files.ts';
import type { Bench } from './bench.ts';
import { type Mend, mendOf, type Repair } from './mend.ts';
import { mbFileOf, namesOf } from './row-names.ts';
import { allRows, type FileRow } from './stored-sizes.ts';

/** What everything of the person's has on a phone. */
const MOBILE_USER = 501;
const FILE_MODE = 0o100644;
const FOLDER_MODE = 0o040755;

interface Fix {
  readonly row: FileRow;
  /** Undefined: the row goes. */
  readonly to: Pick<FileRow, 'fileId' | 'domain' | 'relativePath' | 'file'> | undefined;
}

/** Rows of the list of files whose names do not agree, or whose details make no sense. */
export const damagedEntries: Repair = {
  id: 'damaged-entries',
  async mend(bench) {
    const access = await bench.access();
    const clear = await bench.clearManifest(access);
    if (clear === undefined) return [];
    using database = new DatabaseSync(clear);
    const fixes = await fixesFor(bench, database, access.state === 'keys');
    if (fixes.length === 0) return [];
    apply(database, fixes);
    database.close();
    await bench.adoptManifest(clear, access);
    return [mendFor(fixes)];
  },
};

async function fixesFor(bench: Bench, database: DatabaseSync, encrypted: boolean): Promise<Fix[]> {
  const domains = new Set<string>();
  for (const { domain } of database.prepare('SELECT DISTINCT domain FROM Files').iterate())
    domains.add(String(domain));
  const fixes: Fix[] = [];
  for (const row of allRows(database)) {
    bench.signal?.throwIfAborted();
    const file = mbFileOf(row.file);
    const names = namesOf(row, file, domains);
    if (names === row && file) continue;
    const blob = file ? row.file : await freshBlob(bench, row, encrypted);
    fixes.push({ row, to: names && blob && { ...names, file: blob } });
  }
  return fixes;
}

/** Details as most files have them. The key of an encrypted file stood in the ones that are lost. */
async function freshBlob(bench: Bench, row: FileRow, encrypted: boolean): Promise<Uint8Array | undefined> {
  const isFolder = row.flags === 2;
  if (!isFolder && (row.flags !== 1 || encrypted)) return undefined;
  const stored = isFolder
    ? { size: 0, modified: bench.now }
    : await bench.draft.view.stat(pathIn(`${row.fileId.slice(0, 2)}/${row.fileId}`));
  if (!stored) return undefined;
  const seconds = Math.trunc(stored.modified.getTime() / 1000);
  return encodeMbFile({
    relativePath: row.relativePath,
    size: stored.size,
    mode: isFolder ? FOLDER_MODE : FILE_MODE,
    userId: MOBILE_USER,
    groupId: MOBILE_USER,
    inode: row.rowid,
    lastModified: seconds,
    lastStatusChange: seconds,
    birth: seconds,
    protectionClass: isFolder ? 0 : 4,
    flags: 0,
  });
}

function apply(database: DatabaseSync, fixes: readonly Fix[]): void {
  const remove = database.prepare('DELETE FROM Files WHERE rowid = ?');
  const insert = database.prepare(
    'INSERT OR IGNORE INTO Files (fileID, domain, relativePath, flags, file) VALUES (?, ?, ?, ?, ?)',
  );
  database.exec('BEGIN');
  for (const { row, to } of fixes) {
    remove.run(row.rowid);
    if (to) insert.run(to.fileId, to.domain, to.relativePath, row.flags, to.file);
  }
  database.exec('COMMIT; PRAGMA wal_checkpoint(TRUNCATE)');
}

function mendFor(fixes: readonly Fix[]): Mend {
  const lost = fixes.filter(({ to }) => to === undefined);
  const mended = fixes.length - lost.length;
  return mendOf(
    damagedEntries.id,
    {
      finds: [{ code: 'entries-wrong', entries: fixes.length }],
      changes: [
        ...(mended > 0 ? [{ code: 'entries-put-right', entries: mended } as const] : []),
        ...(lost.length > 0 ? [{ code: 'entries-taken-out', entries: lost.length } as const] : []),
      ],
      loses: lost.length > 0 ? [{ code: 'files-of-entries' }] : [],
    },
    lost.map(({ row }) => `${row.domain} ${row.relativePath}`),
  );
}
