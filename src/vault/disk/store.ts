import {
  closeSync,
  constants,
  copyFileSync,
  ftruncateSync,
  lstatSync,
  mkdirSync,
  openSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { dirname, sep } from 'node:path';
import { systemCodeOf } from '../../kit/errors.ts';

/** Files the vault makes are their owner's alone. */
export const FILE_MODE = 0o600;
export const FOLDER_MODE = 0o700;
/** Never through a link, where the system can promise that. */
export const WRITE_FLAGS =
  constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | (constants.O_NOFOLLOW ?? 0);

/** Small files in one piece of memory, one after the other. */
export interface SmallFiles {
  /** The folder the names are in. */
  readonly root: string;
  /** One a line: a single text crosses threads much faster than many. */
  readonly names: string;
  readonly sizes: readonly number[];
  readonly data: ArrayBuffer;
}

/** A file of a batch that could not be written, by its number. */
export interface StoreFailure {
  readonly index: number;
  readonly code: string;
  readonly message: string;
}

export function storeFiles(files: SmallFiles): StoreFailure[] {
  const failures: StoreFailure[] = [];
  let at = 0;
  files.names.split('\n').forEach((name, index) => {
    const size = files.sizes[index] ?? 0;
    // Not `join`: the names are the vault's own, in their plainest form.
    const path = `${files.root}${sep}${name}`;
    try {
      writeWhole(path, new Uint8Array(files.data, at, size));
    } catch (thrown) {
      failures.push({ index, ...failureOf(thrown) });
      removeQuietly(path);
    }
    at += size;
  });
  return failures;
}

/** Writes at a place of a file, and ends the file there: what a cut write left behind it is gone. */
export function writeAt(path: string, at: number, bytes: Uint8Array): void {
  const fd = openSync(path, constants.O_WRONLY | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0), FILE_MODE);
  try {
    ftruncateSync(fd, at);
    writeFully(fd, bytes, at);
  } finally {
    closeSync(fd);
  }
}

/** Copies files; gives their sizes. The first that cannot be copied ends it, and nothing is left of that one. */
export function copyFiles(
  pairs: readonly (readonly [from: string, to: string])[],
): Float64Array<ArrayBuffer> {
  return Float64Array.from(pairs, ([from, to]) => {
    try {
      return copyMakingFolder(from, to);
    } catch (thrown) {
      removeQuietly(to);
      throw thrown;
    }
  });
}

export function removeFiles(paths: readonly string[]): void {
  for (const path of paths) removeQuietly(path);
}

export function failureOf(thrown: unknown): { code: string; message: string } {
  return { code: systemCodeOf(thrown) ?? 'EIO', message: String(thrown) };
}

function writeWhole(path: string, bytes: Uint8Array): void {
  const fd = openMakingFolder(path);
  try {
    writeFully(fd, bytes, 0);
  } finally {
    closeSync(fd);
  }
}

function openMakingFolder(path: string): number {
  try {
    return openSync(path, WRITE_FLAGS, FILE_MODE);
  } catch (thrown) {
    if (systemCodeOf(thrown) !== 'ENOENT') throw thrown;
    // Only the last folder: when more is missing, the disk is gone and must not be made up.
    makeFolder(dirname(path));
    return openSync(path, WRITE_FLAGS, FILE_MODE);
  }
}

function copyMakingFolder(from: string, to: string): number {
  try {
    copyFileSync(from, to, constants.COPYFILE_FICLONE);
  } catch (thrown) {
    if (systemCodeOf(thrown) !== 'ENOENT') throw thrown;
    makeFolder(dirname(to));
    copyFileSync(from, to, constants.COPYFILE_FICLONE);
  }
  return lstatSync(to).size;
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, FOLDER_MODE);
  } catch (thrown) {
    // The other thread, with a large file, may be quicker.
    if (systemCodeOf(thrown) !== 'EEXIST') throw thrown;
  }
}

/** A short write is not the end: what stopped it shows at the next one. */
export function writeFully(fd: number, bytes: Uint8Array, at: number): void {
  let written = 0;
  while (written < bytes.length) {
    written += writeSync(fd, bytes, written, bytes.length - written, at + written);
  }
}

function removeQuietly(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // What cannot be removed stays until the overlay goes.
  }
}
