import type { Decipheriv } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { messageOf } from '../../kit/errors.ts';
import { UnreadableFile } from '../fault.ts';

const PIECE_BYTES = 1024 * 1024;

/** A real file's bytes, deciphered if it has a cipher. What the computer cannot read is a damaged file of the phone. */
export function* diskBytes(path: string, size: number, decipher?: Decipheriv): Generator<Uint8Array> {
  const file = readable(() => openSync(path, 'r'));
  try {
    for (;;) {
      const piece = Buffer.allocUnsafe(Math.min(size + 1, PIECE_BYTES));
      const length = readable(() => readSync(file, piece));
      if (length === 0) break;
      const bytes = piece.subarray(0, length);
      yield decipher ? decipher.update(bytes) : bytes;
    }
    if (decipher) yield readable(() => decipher.final());
  } finally {
    closeSync(file);
  }
}

function readable<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new UnreadableFile(messageOf(error));
  }
}
