import { constants } from 'node:fs';
import { open, realpath, stat, statfs, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { systemCodeOf } from '../kit/errors.ts';
import { abortable } from '../kit/signals.ts';
import { FILE_MODE } from './disk/store.ts';
import { type VaultCode, VaultError } from './errors.ts';

/** A folder that backups can be put in. */
export interface Destination {
  /** Absolute, links resolved. */
  readonly path: string;
  /** Tells whether the same disk is still there. */
  readonly device: number;
  /** 'fat', 'exfat', 'ext', 'nfs' …; undefined when the system does not tell. */
  readonly fileSystem: string | undefined;
  /** The largest file the disk takes; undefined for no limit worth telling. */
  readonly maxFileBytes: number | undefined;
  readonly freeBytes: number;
  /** What the system gives up by itself when it is needed, as Finder counts it too. */
  readonly purgeableBytes?: number;
}

/** Linux's f_type of file systems that people keep backups on. */
const KINDS: ReadonlyMap<number, string> = new Map([
  [0x4d44, 'fat'],
  [0x2011bab0, 'exfat'],
  [0xef53, 'ext'],
  [0x58465342, 'xfs'],
  [0x9123683e, 'btrfs'],
  [0x2fc12fc1, 'zfs'],
  [0x01021994, 'tmpfs'],
  [0x6969, 'nfs'],
  [0xff534d42, 'smb'],
  [0xfe534d42, 'smb'],
  [0x7366746e, 'ntfs'],
  [0x65735546, 'fuse'],
]);

/** FAT keeps sizes in 32 bits. */
const FAT_MAX_FILE_BYTES = 2 ** 32 - 1;

/**
 * Looks whether backups can be put into a folder, by really writing there. The folder is never made: a missing one
 * is mostly a disk that is not plugged in. Rejects with a `destination.…` VaultError.
 */
export async function checkDestination(folder: string, signal?: AbortSignal): Promise<Destination> {
  try {
    const path = await abortable(realpath(folder), signal);
    const stats = await stat(path);
    if (!stats.isDirectory()) {
      throw new VaultError('destination.not-a-folder', `${folder} is not a folder`, { facts: { folder } });
    }
    await abortable(tryWriting(path), signal);
    const fileSystem = await fileSystemOf(path);
    return {
      path,
      device: stats.dev,
      fileSystem,
      maxFileBytes: fileSystem === 'fat' ? FAT_MAX_FILE_BYTES : undefined,
      freeBytes: await freeBytesOf(path),
    };
  } catch (thrown) {
    throw destinationError(thrown, folder) ?? thrown;
  }
}

/**
 * True for the disk a run began on: a mount point whose disk was pulled out is a folder too, and may even be written to,
 * but holds nothing of the phone's vault. `device`: as it was then; a disk that was plugged in anew has another.
 */
export async function isSameDisk(
  { path, device }: Pick<Destination, 'path' | 'device'>,
  then: number,
  udid: string,
): Promise<boolean> {
  if (device === then) return true;
  return await stat(join(path, '.thaw', udid)).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}

/** What a person without special rights may still write, in bytes. */
export async function freeBytesOf(path: string): Promise<number> {
  const { bavail, bsize } = await statfs(path, { bigint: true });
  return Number(bavail * bsize);
}

/** How large the disk is, in bytes. */
export async function diskBytesOf(path: string): Promise<number> {
  const { blocks, bsize } = await statfs(path, { bigint: true });
  return Number(blocks * bsize);
}

/** What a failed call on the destination means; undefined when it says nothing about the destination as a whole. */
export function destinationError(thrown: unknown, folder: string): VaultError | undefined {
  const code = DESTINATION_CODES.get(systemCodeOf(thrown) ?? '');
  return code && new VaultError(code, `${folder}: ${code}`, { cause: thrown, facts: { folder } });
}

const DESTINATION_CODES: ReadonlyMap<string, VaultCode> = new Map([
  ['ENOENT', 'destination.missing'],
  ['ENOTDIR', 'destination.not-a-folder'],
  ['EACCES', 'destination.not-writable'],
  ['EPERM', 'destination.not-writable'],
  ['EROFS', 'destination.read-only'],
  ['ENOSPC', 'destination.full'],
  ['EDQUOT', 'destination.full'],
  ['ENODEV', 'destination.vanished'],
  ['ENXIO', 'destination.vanished'],
  ['ENOTCONN', 'destination.vanished'],
  ['ESTALE', 'destination.vanished'],
  ['EIO', 'destination.vanished'],
]);

async function fileSystemOf(path: string): Promise<string | undefined> {
  // Elsewhere the number means something else.
  return process.platform === 'linux' ? KINDS.get((await statfs(path)).type) : undefined;
}

async function tryWriting(folder: string): Promise<void> {
  const file = join(folder, `.thaw-can-write-${crypto.randomUUID()}`);
  const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL;
  const handle = await open(file, flags, FILE_MODE);
  await handle.close();
  await unlink(file);
}
