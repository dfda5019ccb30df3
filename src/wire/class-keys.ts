import { WireError } from './errors.ts';
import { unwrapKey, wrapKey } from './key-wrap.ts';
import type { ClassKeys } from './keybag.ts';

const CLASS_BYTES = 4;

/**
 * The key of a file (`EncryptionKey`) or of Manifest.db (`ManifestKey`): u32le class, then the key under that class.
 * Throws WireError 'wire.keybag' when the class has no key here or its key does not fit.
 */
export function openKey(classKeys: ClassKeys, sealed: Uint8Array): Buffer {
  if (sealed.length < CLASS_BYTES) throw new WireError('wire.keybag', 'a wrapped key that is cut off');
  const bytes = Buffer.from(sealed);
  const protectionClass = bytes.readUInt32LE(0);
  return unwrapKey(classKeyOf(classKeys, protectionClass), bytes.subarray(CLASS_BYTES));
}

/** The inverse of {@link openKey}: 44 bytes for a 32-byte key. */
export function sealKey(classKeys: ClassKeys, protectionClass: number, key: Uint8Array): Buffer {
  const head = Buffer.alloc(CLASS_BYTES);
  head.writeUInt32LE(protectionClass);
  return Buffer.concat([head, wrapKey(classKeyOf(classKeys, protectionClass), key)]);
}

function classKeyOf(classKeys: ClassKeys, protectionClass: number): Buffer {
  const key = classKeys.get(protectionClass);
  if (key) return key;
  throw new WireError('wire.keybag', `no key for protection class ${protectionClass}`, {
    facts: { protectionClass },
  });
}
