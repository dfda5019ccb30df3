import { createCipheriv, createDecipheriv, createSecretKey } from 'node:crypto';
import { WireError } from './errors.ts';

/** The initial value of RFC 3394, by which unwrapping tells a right key from a wrong one. */
const INTEGRITY_CHECK = Buffer.alloc(8, 0xa6);

/** RFC 3394 key wrap with a 32-byte key: 8 bytes longer than what it wraps. */
export function wrapKey(wrappingKey: Uint8Array, key: Uint8Array): Buffer {
  return createCipheriv('id-aes256-wrap', createSecretKey(wrappingKey), INTEGRITY_CHECK).update(key);
}

/** The inverse of {@link wrapKey}. Throws WireError 'wire.keybag' when the wrapping key is not the right one. */
export function unwrapKey(wrappingKey: Uint8Array, wrapped: Uint8Array): Buffer {
  // OpenSSL takes no bytes at all for a success.
  if (wrapped.length === 0) throw new WireError('wire.keybag', 'an empty wrapped key');
  try {
    return createDecipheriv('id-aes256-wrap', createSecretKey(wrappingKey), INTEGRITY_CHECK).update(wrapped);
  } catch (cause) {
    throw new WireError('wire.keybag', 'a wrapped key does not open with this key', { cause });
  }
}
