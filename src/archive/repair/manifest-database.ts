import { pathIn } from '../backup-files.ts';
import type { Access, Bench } from './bench.ts';
import { opinionOf } from './clear-copy.ts';
import { type KeptCopy, twinOf } from './kept-copies.ts';
import { keyFits } from './key-fits.ts';
import { dayOf } from './manifest-plist.ts';
import { type Beyond, beyondOf, type Mend, mendOf, type Repair } from './mend.ts';
import { addFromOlder, rebuildManifest } from './rebuild-manifest.ts';
import type { RepairSaying } from './saying.ts';
import { fitOf } from './stored-sizes.ts';

const MANIFEST_DB = pathIn('Manifest.db');
const ID = 'manifest-database';
/** Older states are ever less like the backup, and each takes a while to look at. */
const MAX_OLDER = 5;

/** A Manifest.db that is missing, damaged, or of another state of the backup than the files around it. */
export const manifestDatabase: Repair = {
  id: ID,
  async mend(bench) {
    const { view } = bench.draft;
    // Before iOS 10 the list of files was another one.
    if (await view.stat(pathIn('Manifest.mbdb'))) return [];
    const access = await bench.access();
    const stat = await view.stat(MANIFEST_DB);
    if (access.state !== 'clear' && access.state !== 'keys')
      return await closed(bench, access, stat?.size ?? 0);
    const clear = await bench.clearManifest(access);
    const opinion = clear === undefined || stat?.size === 0 ? 'it is missing or empty' : opinionOf(clear);
    if (opinion === 'sound' && clear !== undefined) return await ofAnotherState(bench, access, clear);
    const finds = { code: 'list-damaged', how: opinion } as const;
    const twin = await twinOf(view, 'Manifest.db', bench.kept);
    if (twin && (await adoptKept(bench, access, twin)))
      return [mend(finds, [{ code: 'copy-of-day', day: dayOf(twin.madeAt) }])];
    return [await rebuild(bench, access, finds, clear)];
  },
};

/** Without the password only a copy of the very same state can be put in place of a list that is not there. */
async function closed(bench: Bench, access: Access, size: number): Promise<(Mend | Beyond)[]> {
  if (access.state === 'no-keys') return [];
  if (size === 0) {
    const twin = await twinOf(bench.draft.view, 'Manifest.db', bench.kept);
    const path = twin?.files.get('Manifest.db');
    if (twin && path !== undefined) {
      bench.draft.adopt(MANIFEST_DB, path);
      return [mend({ code: 'list-missing' }, [{ code: 'copy' }])];
    }
  }
  return [
    beyondOf(
      'password',
      {
        finds: [{ code: 'encrypted' }],
        why: { code: access.state === 'wrong-password' ? 'password-wrong' : 'password-needed' },
        next: { code: 'repair-with-password' },
      },
      size === 0,
    ),
  ];
}

/** A sound list, but not of these files: somebody put together parts of two states. */
async function ofAnotherState(bench: Bench, access: Access, clear: string): Promise<Mend[]> {
  if (bench.kept.length === 0) return [];
  const encrypted = access.state === 'keys';
  const own = await fitOf(bench, clear, encrypted);
  if (own.others === 0) return [];
  for (const copy of bench.kept.slice(0, MAX_OLDER)) {
    const kept = await clearKept(bench, access, copy);
    if (kept === undefined) continue;
    const fit = await fitOf(bench, kept, encrypted);
    if (fit.others >= own.others || fit.fitting < own.fitting) continue;
    await bench.adoptManifest(kept, access);
    return [
      mend({ code: 'list-of-another-state' }, [{ code: 'fitting-copy-of-day', day: dayOf(copy.madeAt) }]),
    ];
  }
  return [];
}

async function rebuild(
  bench: Bench,
  access: Access,
  finds: RepairSaying,
  clear: string | undefined,
): Promise<Mend | Beyond> {
  const path = bench.newPath();
  const rows = clear === undefined ? 0 : rebuildManifest(clear, path, bench.signal);
  if (rows === 0 && clear === undefined) rebuildManifest(await emptyFile(bench), path);
  const added = await addKept(bench, access, path);
  if (rows + added === 0) {
    const said = {
      finds: [finds],
      why: { code: 'nothing-readable' },
      next: { code: 'salvage-nameless' },
    } as const;
    return beyondOf(ID, said, true);
  }
  await bench.adoptManifest(path, access);
  const kept = added > 0 ? [{ code: 'older-entries', files: added } as const] : [];
  return mend(finds, [{ code: 'list-rebuilt', entries: rows }, ...kept], [{ code: 'unreadable-entries' }]);
}

/** What older lists know of files that are still here. */
async function addKept(bench: Bench, access: Access, path: string): Promise<number> {
  let added = 0;
  for (const copy of bench.kept.slice(0, MAX_OLDER)) {
    const older = await clearKept(bench, access, copy);
    if (older === undefined) continue;
    added += await addFromOlder(path, older, {
      view: bench.draft.view,
      encrypted: access.state === 'keys',
      fits: async ({ fileId, file }) => {
        if (access.state !== 'keys') return true;
        const physical = await bench.draft.view.physicalPath(pathIn(`${fileId.slice(0, 2)}/${fileId}`));
        return physical !== undefined && (await keyFits(physical, file, access.classKeys));
      },
    });
  }
  return added;
}

async function adoptKept(bench: Bench, access: Access, copy: KeptCopy): Promise<boolean> {
  const path = copy.files.get('Manifest.db');
  if (path === undefined || (await clearKept(bench, access, copy)) === undefined) return false;
  bench.draft.adopt(MANIFEST_DB, path);
  return true;
}

/** A kept list of files in the clear; undefined when it does not open with the keys the backup has now. */
export async function clearKept(bench: Bench, access: Access, copy: KeptCopy): Promise<string | undefined> {
  const path = copy.files.get('Manifest.db');
  const clear = path === undefined ? undefined : await bench.clear(path, access);
  return clear !== undefined && opinionOf(clear) === 'sound' ? clear : undefined;
}

async function emptyFile(bench: Bench): Promise<string> {
  const { writeFile } = await import('node:fs/promises');
  const path = bench.newPath();
  await writeFile(path, '');
  return path;
}

function mend(
  finds: RepairSaying,
  changes: readonly RepairSaying[],
  loses: readonly RepairSaying[] = [],
): Mend {
  return mendOf(ID, { finds: [finds], changes, loses });
}
