import { constants } from 'node:fs';
import { type FileHandle, open, rename, rm, utimes } from 'node:fs/promises';
import { destinationError } from '../../../vault/destination.ts';
import type { Contents } from './output-folder.ts';

/** Small pieces (lines of a page) are gathered before they go to the disk. */
const GATHER_BYTES = 256 * 1024;

/** A file in the making, under a name of its own; gone when it is released before it got its real one. */
export class PartFile implements AsyncDisposable {
  readonly path: string;
  bytes = 0;
  #made = false;

  constructor(path: string) {
    this.path = path;
  }

  /** Rejects with a `destination.…` error of `root` when the disk fails, else with what the contents throw. */
  async fill(contents: Contents, root: string): Promise<void> {
    const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0);
    const file = await onDisk(root, () => open(this.path, flags, 0o644));
    this.#made = true;
    try {
      for await (const piece of gathered(contents)) {
        await onDisk(root, () => writeAll(file, piece));
        this.bytes += piece.length;
      }
    } finally {
      await file.close();
    }
  }

  async become(path: string, modified: Date | undefined, root: string): Promise<void> {
    await onDisk(root, async () => {
      if (modified) await utimes(this.path, modified, modified);
      await rename(this.path, path);
    });
    this.#made = false;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#made) await rm(this.path, { force: true });
  }
}

async function* gathered(contents: Contents): AsyncGenerator<Uint8Array> {
  let pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of contents) {
    const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
    pieces.push(bytes);
    length += bytes.length;
    if (length < GATHER_BYTES) continue;
    yield joined(pieces);
    pieces = [];
    length = 0;
  }
  if (length > 0) yield joined(pieces);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const [only, another] = pieces;
  return only && !another ? only : Buffer.concat(pieces);
}

async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; ) at += (await file.write(bytes, at, bytes.length - at)).bytesWritten;
}

async function onDisk<T>(root: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    throw destinationError(thrown, root) ?? thrown;
  }
}

/** Reads both to the first difference. */
export async function sameContents(one: string, other: string): Promise<boolean> {
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0);
  await using first = await open(one, flags);
  await using second = await open(other, flags);
  const [a, b] = [Buffer.alloc(GATHER_BYTES), Buffer.alloc(GATHER_BYTES)];
  for (;;) {
    const [left, right] = await Promise.all([fill(first, a), fill(second, b)]);
    if (left !== right || !a.subarray(0, left).equals(b.subarray(0, right))) return false;
    if (left < GATHER_BYTES) return true;
  }
}

async function fill(file: FileHandle, block: Buffer): Promise<number> {
  let filled = 0;
  while (filled < block.length) {
    const { bytesRead } = await file.read(block, filled, block.length - filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return filled;
}
