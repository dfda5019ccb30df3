import { type BackupPath, childPath } from '../../vault/backup-path.ts';
import type { BackupView } from '../../vault/backup-view.ts';
import { pathIn, readSmall } from '../backup-files.ts';
import { type ManifestPlist, parseManifestPlist, parseStatus } from '../metadata.ts';
import { readMetadata } from '../read-metadata.ts';
import type { Bench } from './bench.ts';
import { opinionOf } from './clear-copy.ts';
import { type Beyond, beyondOf, type Mend, mendOf, type Repair } from './mend.ts';
import type { RepairSaying } from './saying.ts';
import { finishStatus } from './status-plist.ts';

const SNAPSHOT = pathIn('Snapshot');
const MANIFEST_DB = pathIn('Manifest.db');
const MANIFEST_PLIST = pathIn('Manifest.plist');

/**
 * A run that was cut. The phone uploads new files to `Snapshot/`, then says `moving` and moves them into place, the
 * manifests last, then removes what is left. So before `moving` the earlier backup is still whole, and from then on
 * the new one is, once the moving is done.
 */
export const interruptedRun: Repair = {
  id: 'interrupted-run',
  async mend(bench) {
    const { view } = bench.draft;
    const left = await filesIn(view, SNAPSHOT);
    const there = (await view.stat(SNAPSHOT)) !== undefined;
    const status = await readMetadata(view, 'Status.plist', parseStatus);
    const state = status.state === 'read' ? status.value.snapshotState : undefined;
    if (state === 'finished' && !there) return [];
    if (state === 'moving') return await forward(bench, left, there);
    if (there && state !== 'removing' && state !== 'finished') {
      const snapshot = await lookAtSnapshot(bench);
      if (snapshot === 'whole') return await forward(bench, left, there);
      if (snapshot === 'closed') return [closed];
    }
    if (state === 'removing' || state === 'finished') return await tidy(bench, left, state);
    if (state === 'uploading' || there) return await back(bench, left);
    return [];
  },
};

/** The new backup: what is still in Snapshot is moved into its place. */
async function forward(bench: Bench, left: readonly BackupPath[], there: boolean): Promise<Mend[]> {
  const manifests: BackupPath[] = [MANIFEST_DB, MANIFEST_PLIST];
  for (const path of left) await bench.draft.move(path, pathIn(path.slice('Snapshot/'.length)));
  if (there) await bench.draft.remove(SNAPSHOT);
  await finishStatus(bench);
  const moved = left.filter((path) => !manifests.includes(pathIn(path.slice('Snapshot/'.length)))).length;
  return [mend({ code: 'cut-moving' }, { code: 'moving-completed', files: moved })];
}

/** The earlier backup: what the cut run sent is set aside. */
async function back(bench: Bench, left: readonly BackupPath[]): Promise<(Mend | Beyond)[]> {
  const database = await bench.draft.view.stat(MANIFEST_DB);
  const finds = { code: 'cut-before-complete' } as const;
  if ((database?.size ?? 0) === 0 && !bench.kept.some(({ files }) => files.has('Manifest.db'))) {
    return [
      beyondOf(
        interruptedRun.id,
        {
          finds: [finds],
          why: { code: 'first-run-nameless', files: left.length },
          next: { code: 'back-up-or-salvage' },
        },
        true,
      ),
    ];
  }
  await bench.draft.remove(SNAPSHOT);
  await finishStatus(bench);
  return [
    mend(
      finds,
      { code: 'back-to-before' },
      left.length > 0 ? { code: 'cut-run-files', files: left.length } : undefined,
    ),
  ];
}

/** All is in place already; only what was to be removed is still there. */
async function tidy(bench: Bench, left: readonly BackupPath[], state: string): Promise<Mend[]> {
  await bench.draft.remove(SNAPSHOT);
  if (state !== 'finished') await finishStatus(bench);
  return [
    mend(
      { code: state === 'finished' ? 'snapshot-left' : 'cut-tidying' },
      left.length > 0 ? { code: 'rest-set-aside', files: left.length } : { code: 'empty-folders-removed' },
    ),
  ];
}

/** Whether the run that was cut had sent everything, its manifests last. */
async function lookAtSnapshot(bench: Bench): Promise<'whole' | 'partial' | 'closed'> {
  const { view } = bench.draft;
  const plist = await readPlist(view, 'Snapshot/Manifest.plist');
  const physical = await view.physicalPath(childPath(SNAPSHOT, 'Manifest.db'));
  if (!plist || physical === undefined) return 'partial';
  const access = await bench.accessWith(plist);
  if (access.state === 'no-password' || access.state === 'wrong-password') return 'closed';
  const clear = await bench.clear(physical, access);
  return clear !== undefined && opinionOf(clear) === 'sound' ? 'whole' : 'partial';
}

async function readPlist(view: BackupView, path: string): Promise<ManifestPlist | undefined> {
  try {
    const bytes = await readSmall(view, path);
    return bytes && parseManifestPlist(bytes);
  } catch {
    return undefined;
  }
}

const closed = beyondOf(
  'interrupted-run',
  {
    finds: [{ code: 'cut-at-end' }],
    why: { code: 'only-list-tells' },
    next: { code: 'repair-with-password' },
  },
  true,
);

async function filesIn(view: BackupView, folder: BackupPath): Promise<BackupPath[]> {
  const files: BackupPath[] = [];
  for await (const { kind, path } of view.walk(folder)) if (kind === 'file') files.push(path);
  return files;
}

function mend(finds: RepairSaying, changes: RepairSaying, loses?: RepairSaying): Mend {
  return mendOf(interruptedRun.id, { finds: [finds], changes: [changes], loses: loses ? [loses] : [] });
}
