import { DatabaseSync } from 'node:sqlite';
import type { Bench } from './bench.ts';
import { giveUp } from './give-up.ts';
import { mendOf, type Repair } from './mend.ts';
import { type FileRow, filesUnder, PREFIXES, storedSizeOf, storedSizes } from './stored-sizes.ts';

/** Files that are missing, or not as long as the list of files says. A row without its file ends a restore with 205. */
export const lostFiles: Repair = {
  id: 'lost-files',
  async mend(bench) {
    const access = await bench.access();
    const clear = await bench.clearManifest(access);
    if (clear === undefined) return [];
    using database = new DatabaseSync(clear);
    const lost = await misfitsOf(bench, database, access.state === 'keys');
    if (lost.length === 0) return [];
    const given = await giveUp(
      bench,
      access,
      database,
      lost.map(({ row }) => row),
    );
    database.close();
    await bench.adoptManifest(clear, access);
    const finds = [{ code: 'files-missing', files: lost.length }] as const;
    return [mendOf(lostFiles.id, { finds, ...given }, given.files)];
  },
};

interface Misfit {
  readonly row: FileRow;
  /** Bytes that lie there; -1 for something that is not a file, 0 for nothing. */
  readonly size: number;
}

/** Rows of a manifest in the clear whose file is not there with the size they say. */
export async function misfitsOf(bench: Bench, database: DatabaseSync, encrypted: boolean): Promise<Misfit[]> {
  const misfits: Misfit[] = [];
  for (const prefix of PREFIXES) {
    bench.signal?.throwIfAborted();
    const sizes = await storedSizes(bench.draft.view, prefix);
    for (const row of filesUnder(database, prefix)) {
      const size = sizes.get(row.fileId);
      if (size === undefined || size !== storedSizeOf(row.file, encrypted))
        misfits.push({ row, size: size ?? 0 });
    }
  }
  return misfits;
}
