import {
  type Cipheriv,
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  type Decipheriv,
} from 'node:crypto';

const BLOCK_BYTES = 16;

/** Every file has a key of its own, so a backup can do with one initial vector for all. */
const ZERO_IV = Buffer.alloc(BLOCK_BYTES);

// Keys are handed over as KeyObjects: Node takes twice as long with the bytes of one.

/** AES-256-CBC with PKCS#7, as files of an encrypted backup are stored. */
export function encryptFile(key: Uint8Array): Cipheriv {
  return createCipheriv('aes-256-cbc', createSecretKey(key), ZERO_IV);
}

/** The inverse of {@link encryptFile}; its end throws when the padding is wrong, as it is in a truncated file. */
export function decryptFile(key: Uint8Array): Decipheriv {
  return createDecipheriv('aes-256-cbc', createSecretKey(key), ZERO_IV);
}

/**
 * The bytes in the last block of a stored file, without what pads it; undefined when the padding is wrong. `tail`: its last
 * two blocks, or its only one. In CBC a block needs no more than the one before it: to tell whether a file decrypts to
 * its end, the rest of it need not be decrypted.
 */
export function decryptEnd(key: Uint8Array, tail: Uint8Array): Buffer | undefined {
  const before = tail.length > BLOCK_BYTES ? tail.subarray(0, BLOCK_BYTES) : ZERO_IV;
  const decipher = createDecipheriv('aes-256-cbc', createSecretKey(key), before);
  decipher.update(tail.subarray(-BLOCK_BYTES));
  try {
    return decipher.final();
  } catch {
    return undefined; // all that can be wrong with a whole block
  }
}

/** The beginning of a stored file in the clear: so many whole blocks as are given, padding and all. */
export function decryptStart(key: Uint8Array, blocks: Uint8Array): Buffer {
  return decryptFile(key)
    .setAutoPadding(false)
    .update(blocks.subarray(0, blocks.length - (blocks.length % BLOCK_BYTES)));
}

/** For Manifest.db: takes it with padding or without. What is left of padding lies behind the last page, unread. */
export function decryptManifest(key: Uint8Array): Decipheriv {
  return decryptFile(key).setAutoPadding(false);
}

/** Bytes that a file of `size` bytes takes in an encrypted backup. */
export function encryptedSize(size: number): number {
  return size - (size % BLOCK_BYTES) + BLOCK_BYTES;
}
