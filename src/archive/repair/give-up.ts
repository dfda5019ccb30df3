import type { DatabaseSync } from 'node:sqlite';
import { pathIn } from '../backup-files.ts';
import type { Access, Bench } from './bench.ts';
import { EarlierFiles } from './earlier-files.ts';
import type { MendSaid } from './saying.ts';
import type { FileRow } from './stored-sizes.ts';

/** What becomes of files that are no good, and which of them are gone, as `domain path`. */
export interface GivenUp extends Pick<MendSaid, 'changes' | 'loses'> {
  readonly files: readonly string[];
}

/**
 * Files that are no good: brought back as an earlier state had them, or taken out of a manifest in the clear, so that
 * the phone accepts the others. What lies there of them is set aside.
 */
export async function giveUp(
  bench: Bench,
  access: Access,
  manifest: DatabaseSync,
  rows: readonly FileRow[],
): Promise<GivenUp> {
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
  return given(rows.length - gone.length, gone);
}

function given(back: number, gone: readonly string[]): GivenUp {
  const some = gone.length > 0;
  return {
    changes: [
      ...(back > 0 ? [{ code: 'files-brought-back', files: back } as const] : []),
      ...(some ? [{ code: 'entries-taken-out', entries: gone.length } as const] : []),
    ],
    loses: [
      ...(back > 0 ? [{ code: 'changes-since' } as const] : []),
      ...(some ? [{ code: 'files-set-aside', files: gone.length } as const] : []),
    ],
    files: gone,
  };
}
