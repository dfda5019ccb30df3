import { DatabaseSync } from 'node:sqlite';
import { pathIn } from '../backup-files.ts';
import { mendOf, type Repair } from './mend.ts';
import { filesUnder, PREFIXES, storedSizes } from './stored-sizes.ts';

/** Files in the backup's folders that no entry names: they take room, and the phone's next run would delete them. */
export const orphans: Repair = {
  id: 'orphans',
  async mend(bench) {
    const clear = await bench.clearManifest(await bench.access());
    if (clear === undefined) return [];
    using database = new DatabaseSync(clear, { readOnly: true });
    let files = 0;
    for (const prefix of PREFIXES) {
      bench.signal?.throwIfAborted();
      const sizes = await storedSizes(bench.draft.view, prefix);
      for (const { fileId } of filesUnder(database, prefix)) sizes.delete(fileId);
      for (const name of sizes.keys()) await bench.draft.remove(pathIn(`${prefix}/${name}`));
      files += sizes.size;
    }
    if (files === 0) return [];
    return [
      mendOf(orphans.id, {
        finds: [{ code: 'orphans', files }],
        changes: [{ code: 'orphans-set-aside', files }],
        loses: [],
      }),
    ];
  },
};
