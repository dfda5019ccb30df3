import { copyFile } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { pathIn } from '../backup-files.ts';
import type { Bench } from './bench.ts';
import { opinionOf } from './clear-copy.ts';
import { mendOf, type Repair } from './mend.ts';
import { fitOf } from './stored-sizes.ts';

const SIDE_FILES = ['Manifest.db-wal', 'Manifest.db-shm', 'Manifest.db-journal'] as const;

/** What a program that opened Manifest.db left beside it: changes that are not in it yet, or nothing at all. */
export const manifestLog: Repair = {
  id: 'manifest-log',
  async mend(bench) {
    const { view } = bench.draft;
    const there: string[] = [];
    for (const name of SIDE_FILES) if (await view.stat(pathIn(name))) there.push(name);
    if (there.length === 0) return [];
    const taken = await takeIn(bench, there);
    for (const name of there) await bench.draft.remove(pathIn(name));
    return [
      mendOf(manifestLog.id, {
        finds: [{ code: 'left-beside', names: there }],
        changes: [{ code: taken ? 'log-written-in' : 'log-set-aside' }],
        loses: [],
      }),
    ];
  },
};

/** Lets SQLite apply what lies beside; true when the list of files then fits the backup better than before. */
async function takeIn(bench: Bench, names: readonly string[]): Promise<boolean> {
  const { view } = bench.draft;
  const own = await view.physicalPath(pathIn('Manifest.db'));
  const access = await bench.access();
  // Nobody writes into an encrypted database: a log beside it is of something else.
  if (own === undefined || access.state !== 'clear') return false;
  const copy = bench.newPath();
  await copyFile(own, copy);
  for (const name of names) {
    const physical = await view.physicalPath(pathIn(name));
    if (physical !== undefined && !name.endsWith('-shm'))
      await copyFile(physical, `${copy}${name.slice('Manifest.db'.length)}`);
  }
  if (!applied(copy) || opinionOf(copy) !== 'sound') return false;
  const before = await bench.clear(own, access);
  if (before === undefined) return false;
  const wasSound = opinionOf(before) === 'sound';
  const [then, now] = [
    wasSound ? await fitOf(bench, before, false) : undefined,
    await fitOf(bench, copy, false),
  ];
  if (then && (then.fitting > now.fitting || then.others < now.others)) return false;
  if (then && then.fitting === now.fitting && then.others === now.others && sameRows(before, copy))
    return false;
  await bench.adoptManifest(copy, access);
  return true;
}

function applied(path: string): boolean {
  try {
    using database = new DatabaseSync(path);
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    return true;
  } catch {
    return false;
  }
}

function sameRows(one: string, other: string): boolean {
  using database = new DatabaseSync(one);
  database.prepare('ATTACH ? AS other').run(other);
  const differing = database
    .prepare(
      'SELECT 1 FROM (SELECT fileID, file FROM main.Files EXCEPT SELECT fileID, file FROM other.Files) UNION ALL SELECT 1 FROM (SELECT fileID, file FROM other.Files EXCEPT SELECT fileID, file FROM main.Files) LIMIT 1',
    )
    .get();
  return differing === undefined;
}
