import { thisComputer } from '../host/computer.ts';
import { maxFileBytesOf } from '../host/disks/disk-look.ts';
import { lookAtDisk } from '../host/disks/look-at-disk.ts';
import type { Destination } from '../vault/destination.ts';

/**
 * A destination with what only the system's own programs tell of it: on APFS the room it gives up by itself, on a Mac and
 * on Windows the limits of the file system. Linux tells the vault itself, and is not asked again.
 */
export async function knownBySystem(destination: Destination, signal: AbortSignal): Promise<Destination> {
  if (thisComputer().system === 'linux') return destination;
  const { fileSystem, purgeableBytes } = await lookAtDisk(destination.path, signal);
  return {
    ...destination,
    ...(fileSystem !== undefined && { fileSystem, maxFileBytes: maxFileBytesOf(fileSystem) }),
    ...(purgeableBytes !== undefined && { purgeableBytes }),
  };
}
