import { WireError } from '../wire/errors.ts';
import { unwrapKey } from '../wire/key-wrap.ts';
import { derivePasscodeKey, parseKeybag, unlockKeybag } from '../wire/keybag.ts';
import type { ManifestPlist } from './metadata.ts';

/**
 * The key of an encrypted backup's Manifest.db; undefined when the password is wrong. Slow on purpose (ten million
 * rounds on current phones), off the main thread.
 */
export async function manifestKeyOf(
  manifest: ManifestPlist,
  password: string,
  signal?: AbortSignal,
): Promise<Buffer | undefined> {
  if (!manifest.keybag || !manifest.manifestKey)
    throw new WireError('wire.keybag', 'no keybag in Manifest.plist');
  const keybag = parseKeybag(manifest.keybag);
  const passcodeKey = await derivePasscodeKey(password, keybag, signal);
  try {
    const wrapped = Buffer.from(manifest.manifestKey);
    const classKey = unlockKeybag(keybag, passcodeKey).get(wrapped.readUInt32LE(0));
    if (!classKey) throw new WireError('wire.keybag', 'the class of the manifest key is missing');
    return unwrapKey(classKey, wrapped.subarray(4));
  } catch (thrown) {
    if (thrown instanceof WireError && thrown.code === 'wire.keybag') return undefined;
    throw thrown;
  }
}
