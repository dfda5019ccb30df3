import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { systemError } from './errors.ts';

/** Read from the disk at a time, whatever the caller's pieces. */
const READ_BYTES = 1024 * 1024;

/** A file open for reading. */
export interface Source extends AsyncDisposable {
  /** Bytes, when it was opened. */
  readonly size: number;
  /** The contents from the beginning, in pieces of `pieceBytes` and one shorter last one. Each piece is the caller's to keep. */
  chunks(pieceBytes: number): AsyncIterable<Buffer>;
}

/** Opens a file without following a link; rejects with the system's code. */
export async function openSource(physical: string): Promise<Source> {
  const file = await open(physical, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  try {
    const stats = await file.stat();
    if (!stats.isFile()) throw systemError('EISDIR', physical);
    return {
      size: stats.size,
      chunks: (pieceBytes) => chunksOf(file, stats.size, pieceBytes),
      [Symbol.asyncDispose]: () => file.close(),
    };
  } catch (thrown) {
    await file.close();
    throw thrown;
  }
}

async function* chunksOf(file: FileHandle, size: number, pieceBytes: number): AsyncGenerator<Buffer> {
  const readBytes = Math.max(pieceBytes, READ_BYTES - (READ_BYTES % pieceBytes));
  let ahead = readBlock(file, 0, Math.min(readBytes, size));
  for (let at = 0; at < size; ) {
    const block = await ahead;
    if (block.length === 0) return;
    at += block.length;
    // The next block is read while the caller works on this one.
    if (at < size) ahead = readBlock(file, at, Math.min(readBytes, size - at));
    ahead.catch(() => undefined);
    for (let from = 0; from < block.length; from += pieceBytes) {
      yield block.subarray(from, from + pieceBytes);
    }
  }
}

/** `bytes` bytes from a place of a file, fewer only at its end. */
async function readBlock(file: FileHandle, at: number, bytes: number): Promise<Buffer> {
  const block = Buffer.allocUnsafe(bytes);
  let filled = 0;
  while (filled < bytes) {
    const { bytesRead } = await file.read(block, filled, bytes - filled, at + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return block.subarray(0, filled);
}
