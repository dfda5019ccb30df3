import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { encodeMbFile } from '../../wire/mbfile.ts';
import { pathIn } from '../backup-files.ts';
import { isComplete } from '../salvage/is-complete.ts';
import type { Bench } from './bench.ts';
import { misfitsOf } from './lost-files.ts';
import { mendOf, type Repair } from './mend.ts';
import { mbFileOf } from './row-names.ts';
import type { FileRow } from './stored-sizes.ts';

/** Files that another program changed in a plain backup: whole by their own account, but not as long as their entry says. */
export const changedFiles: Repair = {
  id: 'changed-files',
  async mend(bench) {
    const access = await bench.access();
    // What was changed in an encrypted backup does not open any more, or was written by who knows its keys.
    if (access.state !== 'clear') return [];
    const clear = await bench.clearManifest(access);
    if (clear === undefined) return [];
    using database = new DatabaseSync(clear);
    const update = database.prepare('UPDATE Files SET file = ? WHERE rowid = ?');
    const files: string[] = [];
    for (const { row, size } of await misfitsOf(bench, database, false)) {
      bench.signal?.throwIfAborted();
      const blob = size > 0 ? await blobAsItIs(bench, row) : undefined;
      if (!blob) continue;
      update.run(blob, row.rowid);
      files.push(`${row.domain} ${row.relativePath}`);
    }
    if (files.length === 0) return [];
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    database.close();
    await bench.adoptManifest(clear, access);
    const count = { files: files.length };
    const said = {
      finds: [{ code: 'changed-by-program', ...count }],
      changes: [{ code: 'sizes-written', ...count }],
      loses: [],
    } as const;
    return [mendOf(changedFiles.id, said, files)];
  },
};

/** What a row would have to say of its file as it lies here; undefined when that is not whole by its own account. */
export async function blobAsItIs(bench: Bench, { fileId, file: blob }: FileRow): Promise<Buffer | undefined> {
  const file = mbFileOf(blob);
  const physical = await bench.draft.view.physicalPath(pathIn(`${fileId.slice(0, 2)}/${fileId}`));
  if (!file || physical === undefined || !(await isComplete(physical))) return undefined;
  const { size } = await stat(physical);
  return encodeMbFile({
    ...file,
    size,
    ...(file.digest && { digest: await sha1Of(physical, bench.signal) }),
  });
}

async function sha1Of(physical: string, signal: AbortSignal | undefined): Promise<Buffer> {
  const hash = createHash('sha1');
  for await (const piece of createReadStream(physical, { signal })) hash.update(piece);
  return hash.digest();
}
