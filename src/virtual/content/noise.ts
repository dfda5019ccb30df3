const BLOCK_BYTES = 4 * 1024 * 1024;
const SLICE_BYTES = 1024 * 1024;

/** A number from 0 to 2³² − 1 that looks like chance and is the same every time (murmur3's finish over three words). */
export function scatter(seed: number, index: number, salt: number): number {
  let h =
    Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^
    Math.imul(index + 1, 0xc2b2ae35) ^
    Math.imul(salt + 1, 0x27d4eb2f);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * Bytes that look like chance and cost nothing: every file is slices of one block, at places that follow from its
 * seed. Nothing is copied, so that a benchmark on the virtual phone measures the other side.
 */
export function* noise(seed: number, size: number): Generator<Uint8Array> {
  for (let at = 0, piece = 0; at < size; piece += 1) {
    const length = Math.min(SLICE_BYTES, size - at);
    const start = scatter(seed, piece, 1) % (BLOCK_BYTES - SLICE_BYTES);
    yield block().subarray(start, start + length);
    at += length;
  }
}

let made: Buffer | undefined;

function block(): Buffer {
  made ??= makeBlock();
  return made;
}

function makeBlock(): Buffer {
  const words = new Uint32Array(BLOCK_BYTES / 4);
  for (let index = 0; index < words.length; index += 1) words[index] = scatter(0x7ba3, index, 0);
  return Buffer.from(words.buffer);
}
