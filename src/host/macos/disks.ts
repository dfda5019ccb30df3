import { statfs } from 'node:fs/promises';
import { askText } from '../ask.ts';
import { type DiskLook, isRemote } from '../disks/disk-look.ts';
import { plistValues } from './plist-values.ts';

/** Prints what the system would free for something important, as Finder counts: NSURL's own figure for the folder. */
const IMPORTANT_USAGE = `function run([path]) {
  ObjC.import('Foundation');
  const value = Ref();
  const key = 'NSURLVolumeAvailableCapacityForImportantUsageKey';
  $.NSURL.fileURLWithPath(path).getResourceValueForKeyError(value, key, null);
  return ObjC.unwrap(value[0]);
}`;

/** What `mount`, `diskutil` and Foundation tell; `df` would leave out all that is purgeable on APFS. */
export async function lookAtMacDisk(folder: string, signal: AbortSignal): Promise<DiskLook> {
  const [mounts = '', important] = await Promise.all([
    askText('mount', [], signal),
    askText('osascript', ['-l', 'JavaScript', '-e', IMPORTANT_USAGE, folder], signal),
  ]);
  const mounted = mountOf(folder, mounts);
  const remote = mounted !== undefined && isRemote(mounted.fileSystem);
  const info = mounted && !remote ? await askText('diskutil', ['info', '-plist', mounted.point], signal) : '';
  const values = plistValues(info ?? '');
  const fileSystem = values.get('FilesystemType') ?? mounted?.fileSystem;
  const writable = values.get('WritableVolume');
  const purgeableBytes = await purgeableOf(folder, Number(important?.trim() || Number.NaN));
  return {
    ...(typeof fileSystem === 'string' && { fileSystem: fileSystem.toLowerCase() }),
    ...(mounted && { remote, mountPoint: mounted.point }),
    ...(typeof writable === 'boolean' ? { readOnly: !writable } : mounted && { readOnly: mounted.readOnly }),
    ...(purgeableBytes !== undefined && { purgeableBytes }),
  };
}

/** The difference between what Finder calls available and what is free. */
async function purgeableOf(folder: string, important: number): Promise<number | undefined> {
  const stats = await statfs(folder, { bigint: true }).catch(() => undefined);
  if (!stats || !Number.isFinite(important)) return undefined;
  return Math.max(0, important - Number(stats.bavail * stats.bsize));
}

interface Mounted {
  readonly point: string;
  readonly fileSystem: string;
  readonly readOnly: boolean;
}

/** `//user@host/share on /Volumes/x (smbfs, nodev, nosuid, mounted by u)`; the innermost above the folder. */
export function mountOf(folder: string, mounts: string): Mounted | undefined {
  const all = mounts.split('\n').flatMap((line): Mounted[] => {
    const [, point, fileSystem, options = ''] = /^.+? on (\/.*) \(([^,)]+)([^)]*)\)$/.exec(line) ?? [];
    if (point === undefined || fileSystem === undefined) return [];
    return [{ point, fileSystem, readOnly: /\bread-only\b/.test(options) }];
  });
  return all
    .filter(({ point }) => point === '/' || folder === point || folder.startsWith(`${point}/`))
    .sort((one, other) => other.point.length - one.point.length)[0];
}
