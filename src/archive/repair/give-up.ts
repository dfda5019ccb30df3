import type { DatabaseSync } from 'node:sqlite';
import { pathIn } from '../backup-files.ts';
import type { Access, Bench } from './bench.ts';
import { EarlierFiles } from './earlier-files.ts';
import { counted, type Mend } from './mend.ts';
import type { FileRow } from './stored-sizes.ts';

/**
 * Files that are no good: brought back as an earlier state had them, or taken out of a manifest in the clear, so that
 * the phone accepts the others. What lies there of them is set aside.
 */
export async function giveUp(
  bench: Bench,
  access: Access,
  manifest: DatabaseSync,
  rows: readonly FileRow[],
): Promise<Pick<Mend, 'changes' | 'loses' | 'files'>> {
  using earlier = new EarlierFiles(bench, access);
  const remove = manifest.prepare('DELETE FROM Files WHERE rowid = ?');
  const update = manifest.prepare('UPDATE Files SET file = ? WHERE rowid = ?');
  const gone: string[] = [];
  for (const row of rows) {
    bench.signal?.throwIfAborted();
    const path = pathIn(`${row.fileId.slice(0, 2)}/${row.fileId}`);
    const found = await earlier.find(row.fileId);
    await bench.draft.remove(path);
    if (found) {
      bench.draft.adopt(path, found.physical);
      update.run(found.blob, row.rowid);
    } else {
      remove.run(row.rowid);
      gone.push(`${row.domain} ${row.relativePath}`);
    }
  }
  manifest.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  return inWords(rows.length - gone.length, gone);
}

function inWords(back: number, gone: readonly string[]): Pick<Mend, 'changes' | 'loses' | 'files'> {
  const changes = [
    back > 0 ? `Brings ${counted(back, 'file')} back as an earlier state had them.` : '',
    gone.length > 0
      ? `Takes ${counted(gone.length, 'entry')} out of the list, so that the phone accepts the others.`
      : '',
  ];
  const loses = [
    back > 0 ? 'What changed in the files brought back since that earlier state.' : '',
    gone.length > 0 ? `${counted(gone.length, 'file')}; what is left of them is set aside.` : '',
  ];
  return {
    changes: changes.filter((text) => text !== '').join(' '),
    loses: loses.filter((text) => text !== '').join(' '),
    files: gone,
  };
}
