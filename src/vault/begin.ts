import type { Clock } from '../kit/clock.ts';
import type { Destination } from './destination.ts';
import { fingerprintOf } from './fingerprint.ts';
import { enterHome, type Home, putAside } from './home.ts';
import type { Layout } from './layout.ts';
import { createOverlay, fitsBackup, type Resumed, reopenOverlay } from './overlay/open.ts';
import type { Overlay } from './overlay/overlay.ts';
import { assertFolderOrNothing } from './private-folder.ts';
import { VaultRun } from './vault-run.ts';

/** How a run begins: see `Vault.begin`. */
export interface Beginning {
  /** The run's id. */
  readonly run: string;
  /** Whatever an earlier run left is not for this one. */
  readonly fresh: boolean;
}

export async function beginRun(
  destination: Destination,
  layout: Layout,
  clock: Clock,
  beginning: Beginning,
  signal?: AbortSignal,
): Promise<VaultRun> {
  const home = await enterHome(layout, clock, signal);
  await using resources = home.resources;
  const { run } = beginning;
  const isGood =
    !beginning.fresh && (!home.lock.afterPowerCut || KEEPS_TRUE_SIZES.has(destination.fileSystem ?? ''));
  const opened = await openOverlay(layout, home, clock, { run, isGood });
  return new VaultRun({ ...home, ...opened, run, destination, layout, clock, resources: resources.move() });
}

/**
 * Where a file whose contents were still on their way when the power went has not its full size afterwards. On others
 * (FAT, NTFS, network shares) it may be there in its full length, with anything in it.
 */
const KEEPS_TRUE_SIZES: ReadonlySet<string> = new Set(['ext', 'xfs', 'btrfs', 'zfs', 'tmpfs']);

interface OpenedOverlay {
  readonly overlay: Overlay;
  /** Of the backup's folder now. */
  readonly fingerprint: string;
  readonly resumed: Resumed;
  readonly setAside: string | undefined;
}

/** The overlay to work on: what an earlier run left, if it is good and still fits the backup. */
async function openOverlay(
  layout: Layout,
  { thread, setAside }: Home,
  clock: Clock,
  { run, isGood }: { run: string; isGood: boolean },
): Promise<OpenedOverlay> {
  const fingerprint = await fingerprintOf(layout.folder);
  const isThere = await assertFolderOrNothing(layout.overlay);
  if (isThere && isGood && (await fitsBackup(layout, fingerprint))) {
    return { ...(await reopenOverlay(layout, thread)), fingerprint, setAside };
  }
  const aside = isThere ? await putAside(layout, [layout.overlay], clock) : setAside;
  const overlay = await createOverlay(layout, thread, { run, fingerprint });
  return { overlay, fingerprint, resumed: { files: 0, bytes: 0 }, setAside: aside };
}
