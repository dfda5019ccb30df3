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
  /** As `chunks`, out of memory that is used again: each piece is good until the next is asked for. */
  lent(pieceBytes: number): AsyncIterable<Buffer>;
}

/** Opens a file without following a link; rejects with the system's code. */
export async function openSource(physical: string): Promise<Source> {
  const file = await open(physical, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  try {
    const stats = await file.stat();
    if (!stats.isFile()) throw systemError('EISDIR', physical);
    return {
      size: stats.size,
      chunks: (pieceBytes) => piecesOf(file, stats.size, pieceBytes, Buffer.allocUnsafeSlow),
      lent: (pieceBytes) => piecesOf(file, stats.size, pieceBytes, inTurn()),
      [Symbol.asyncDispose]: () => file.close(),
    };
  } catch (thrown) {
    await file.close();
    throw thrown;
  }
}

/** Gives memory for so many bytes. */
type Memory = (bytes: number) => Buffer;

/** Two pieces of memory in turn: one is read into while the caller works on the other. */
function inTurn(): Memory {
  const pair: Buffer[] = [];
  return (bytes) => {
    const next = pair.length < 2 ? undefined : pair.shift();
    const memory = next && next.length >= bytes ? next : Buffer.allocUnsafeSlow(bytes);
    pair.push(memory);
    return memory.subarray(0, bytes);
  };
}

async function* piecesOf(
  file: FileHandle,
  size: number,
  pieceBytes: number,
  memory: Memory,
): AsyncGenerator<Buffer> {
  const readBytes = Math.max(pieceBytes, READ_BYTES - (READ_BYTES % pieceBytes));
  const read = (at: number): Promise<Buffer> => fill(file, at, memory(Math.min(readBytes, size - at)));
  let ahead = read(0);
  for (let at = 0; at < size; ) {
    const block = await ahead;
    if (block.length === 0) return;
    at += block.length;
    // The next block is read while the caller works on this one.
    if (at < size) ahead = read(at);
    ahead.catch(() => undefined);
    for (let from = 0; from < block.length; from += pieceBytes) {
      yield block.subarray(from, from + pieceBytes);
    }
  }
}

/** Reads from a place of a file until the memory is full or the file over; gives what was filled. */
async function fill(file: FileHandle, at: number, memory: Buffer): Promise<Buffer> {
  let filled = 0;
  while (filled < memory.length) {
    const { bytesRead } = await file.read(memory, filled, memory.length - filled, at + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return memory.subarray(0, filled);
}
