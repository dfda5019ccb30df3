import { DatabaseSync } from 'node:sqlite';
import { verify } from '../verify.ts';
import type { Bench } from './bench.ts';
import { blobAsItIs } from './changed-files.ts';
import { giveUp } from './give-up.ts';
import { type Mend, mendOf, type Repair } from './mend.ts';
import { type FileRow, rowFor } from './stored-sizes.ts';

/**
 * Files that have their length, but not their contents: another digest, or no key that opens them. The phone ends a
 * restore over one of them. Only looked for when it is asked for: every byte has to be read.
 */
export const damagedFiles: Repair = {
  id: 'damaged-files',
  async mend(bench) {
    const access = await bench.access();
    const clear = bench.thorough ? await bench.clearManifest(access) : undefined;
    if (clear === undefined) return [];
    const damaged = await damagedIds(bench);
    if (damaged.length === 0) return [];
    using database = new DatabaseSync(clear);
    const update = database.prepare('UPDATE Files SET file = ? WHERE rowid = ?');
    const kept: string[] = [];
    const lost: FileRow[] = [];
    for (const fileId of damaged) {
      const row = rowFor(database, fileId);
      const blob = row && access.state === 'clear' ? await blobAsItIs(bench, row) : undefined;
      if (row && blob) {
        update.run(blob, row.rowid);
        kept.push(`${row.domain} ${row.relativePath}`);
      } else if (row) lost.push(row);
    }
    const given = lost.length > 0 ? await giveUp(bench, access, database, lost) : undefined;
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    database.close();
    await bench.adoptManifest(clear, access);
    const mends: Mend[] = [];
    if (kept.length > 0) mends.push(keptAsTheyAre(kept));
    const finds = [{ code: 'contents-damaged', files: lost.length }] as const;
    if (given) mends.push(mendOf(damagedFiles.id, { finds, ...given }, given.files));
    return mends;
  },
};

const DAMAGE: ReadonlySet<string> = new Set(['undecryptable', 'digest-mismatch', 'unreadable']);

/** A database or property list that does not open may have been so on the phone: it stays. */
async function damagedIds(bench: Bench): Promise<string[]> {
  const { findings } = await verify(bench.draft.view, { ...bench.verifying, depth: 'content' });
  return findings.flatMap((finding) =>
    DAMAGE.has(finding.kind) && 'fileId' in finding ? [finding.fileId] : [],
  );
}

function keptAsTheyAre(files: readonly string[]): Mend {
  const count = { files: files.length };
  const said = {
    finds: [{ code: 'changed-but-whole', ...count }],
    changes: [{ code: 'taken-as-they-are', ...count }],
    loses: [],
  } as const;
  return mendOf(damagedFiles.id, said, files);
}
