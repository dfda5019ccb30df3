import { closeSync, fsyncSync, lstatSync, mkdirSync, openSync, renameSync } from 'node:fs';
import { systemCodeOf } from '../../kit/errors.ts';
import { VaultError } from '../errors.ts';
import { FILE_MODE, FOLDER_MODE, writeFully } from './store.ts';

/** Systems and file systems that cannot be asked to sync a folder, or a file opened for reading, say so by these. */
const CANNOT_SYNC = ['EISDIR', 'EPERM', 'EINVAL', 'EACCES', 'EBADF', 'ENOTSUP'];

/** Makes a file's contents, or the names in a folder, outlive a power cut; where the system can be asked for it. */
export function syncToDisk(path: string): void {
  try {
    const fd = openSync(path, 'r');
    try {
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
  } catch (thrown) {
    if (!CANNOT_SYNC.includes(systemCodeOf(thrown) ?? '')) throw thrown;
  }
}

/** Writes a file so that its contents outlive a power cut. */
export function writeSynced(path: string, bytes: Uint8Array): void {
  const fd = openSync(path, 'w', FILE_MODE);
  try {
    writeFully(fd, bytes, 0);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** Makes a folder, or takes the one that is there; a link in its place is refused. Its parent must exist. */
export function takeFolder(path: string): void {
  try {
    mkdirSync(path, FOLDER_MODE);
  } catch (thrown) {
    if (systemCodeOf(thrown) !== 'EEXIST') throw thrown;
    if (lstatSync(path).isDirectory()) return;
    throw new VaultError('vault.not-a-folder', `${path} is not a folder`, { facts: { path } });
  }
}

export function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** Renames, replacing a file; nothing to rename is no failure. */
export function renameIfThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (thrown) {
    // The same code says that the target's folder is missing.
    if (systemCodeOf(thrown) !== 'ENOENT' || exists(from)) throw thrown;
  }
}
