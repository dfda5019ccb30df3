import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Clock } from '../kit/clock.ts';
import { readJournal } from './commit/journal.ts';
import { FOLDER_MODE } from './disk/store.ts';
import { exists } from './disk/sync.ts';
import { DiskThread } from './disk/thread.ts';
import { digestOf } from './fingerprint.ts';
import { COMMIT, type Layout, OVERLAY } from './layout.ts';
import { Lock } from './lock.ts';
import { assertFolderOrNothing, makePrivateFolder } from './private-folder.ts';

/** The vault's own folder, locked and at rest. */
export interface Home {
  readonly lock: Lock;
  readonly thread: DiskThread;
  /** Where a commit went that another program had got between. */
  readonly setAside: string | undefined;
  /** The caller's to dispose: lock and thread. */
  readonly resources: AsyncDisposableStack;
}

/** Makes and locks the vault's own folder, and completes a commit that was cut. Rejects with `vault.busy`. */
export async function enterHome(layout: Layout, clock: Clock, signal?: AbortSignal): Promise<Home> {
  await makeHome(layout);
  await using resources = new AsyncDisposableStack();
  const lock = resources.use(await Lock.take(layout.lock, clock, signal));
  const thread = resources.use(new DiskThread());
  const setAside = await settle(layout, thread, clock);
  return { lock, thread, setAside, resources: resources.move() };
}

/** Moves what does not belong to the backup any more out of the way, and tells where it is. */
export async function putAside(layout: Layout, folders: readonly string[], clock: Clock): Promise<string> {
  await makePrivateFolder(layout.aside);
  const date = clock.now().toISOString().slice(0, 19).replaceAll(':', '-');
  const place = join(layout.aside, `${date}-${crypto.randomUUID().slice(0, 8)}`);
  await mkdir(place, { mode: FOLDER_MODE });
  for (const folder of folders) {
    if (await assertFolderOrNothing(folder))
      await rename(folder, join(place, folder.slice(layout.home.length + 1)));
  }
  return place;
}

/** Sees that nothing in the vault's folder, nor the backup's own, leads somewhere else. */
async function makeHome({ home, ...layout }: Layout): Promise<void> {
  const { overlay, committing, generations, aside, trash, folder } = layout;
  await assertFolderOrNothing(folder);
  await makePrivateFolder(dirname(home));
  await makePrivateFolder(home);
  const inside = [join(overlay, OVERLAY.files), join(overlay, OVERLAY.spare), join(committing, COMMIT.files)];
  for (const path of [overlay, committing, generations, aside, trash, ...inside])
    await assertFolderOrNothing(path);
}

/**
 * Brings a commit that was cut to its end. Where another program has used the backup in the meantime, what is left of
 * the commit is set aside instead.
 */
async function settle(layout: Layout, thread: DiskThread, clock: Clock): Promise<string | undefined> {
  await rm(layout.trash, { recursive: true, force: true });
  if (!exists(join(layout.committing, COMMIT.journal))) {
    // Cut before it began: nothing has happened.
    await rm(layout.committing, { recursive: true, force: true });
    return undefined;
  }
  const journal = readJournal(layout.committing);
  const status = await digestOf(join(layout.folder, 'Status.plist'));
  // A journal that cannot be read any more goes aside too: files of the earlier backup may lie beside it.
  if (!journal?.header.statuses.includes(status)) {
    return await putAside(layout, [layout.committing, layout.overlay], clock);
  }
  await thread.run('rollForward', layout);
  return undefined;
}
