import { encryptFile } from '../../wire/file-cipher.ts';

const NOTHING = Buffer.alloc(0);

/** A file's bytes as they are stored in the backup: encrypted where it has a key. */
export function storedBytes(pieces: Iterable<Uint8Array>, key: Buffer | undefined): Iterable<Uint8Array> {
  return key ? encrypted(pieces, key) : pieces;
}

function* encrypted(pieces: Iterable<Uint8Array>, key: Buffer): Generator<Uint8Array> {
  const encryption = encryptFile(key);
  let held = NOTHING;
  for (const piece of pieces) {
    if (held.length > 0) yield held;
    held = encryption.update(piece);
  }
  // The padding goes with the last piece: most files are small, and one block each then.
  yield Buffer.concat([held, encryption.final()]);
}
