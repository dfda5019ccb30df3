import { access, constants, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { lookAtDisk } from '../../host/disks/look-at-disk.ts';
import { isThawError, ThawError } from '../../kit/errors.ts';
import { checkDestination, freeBytesOf } from '../../vault/destination.ts';

/** A folder backups could be put in, as it is now. */
export interface DestinationLook {
  readonly path: string;
  readonly freeBytes: number | undefined;
  readonly fileSystem: string | undefined;
  readonly remote: boolean;
  /** Why it cannot be used as it is; undefined for none, and for a folder still to be made where it can be. */
  readonly problem: ThawError | undefined;
}

/** What Thaw proposes where nothing else is chosen. */
export function proposedFolder(home: string = homedir()): string {
  return join(home, 'iPhone backups');
}

/** Looks at a folder. `thorough`: by really writing there. */
export async function lookAtDestination(
  path: string,
  thorough: boolean,
  signal: AbortSignal,
): Promise<DestinationLook> {
  const there = await stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
  const nearest = there ? path : dirname(path);
  const [freeBytes, disk, problem] = await Promise.all([
    freeBytesOf(nearest).catch(() => undefined),
    lookAtDisk(nearest, signal).catch(() => ({ fileSystem: undefined, remote: false })),
    problemWith(path, there, thorough, signal),
  ]);
  return { path, freeBytes, fileSystem: disk.fileSystem, remote: disk.remote ?? false, problem };
}

/** What a person calls it. */
export function labelOf(path: string): string {
  return basename(path) || path;
}

async function problemWith(
  path: string,
  there: boolean,
  thorough: boolean,
  signal: AbortSignal,
): Promise<ThawError | undefined> {
  try {
    if (thorough) await checkDestination(path, signal);
    else await access(there ? path : dirname(path), constants.W_OK);
    return undefined;
  } catch (thrown) {
    signal.throwIfAborted();
    if (isThawError(thrown)) return thrown;
    return new ThawError('destination.not-writable', 'cannot be written to', { facts: { folder: path } });
  }
}
