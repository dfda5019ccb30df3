import { openKey } from '../wire/class-keys.ts';
import { WireError } from '../wire/errors.ts';
import { type ClassKeys, derivePasscodeKey, parseKeybag, unlockKeybag } from '../wire/keybag.ts';
import type { ManifestPlist } from './metadata.ts';

/**
 * The key of an encrypted backup's Manifest.db; undefined when the password is wrong. Slow on purpose (ten million
 * rounds on current phones), off the main thread. Rejects with `wire.keybag` when the keybag is damaged.
 */
export async function manifestKeyOf(
  { keybag: bytes, manifestKey }: ManifestPlist,
  password: string,
  signal?: AbortSignal,
): Promise<Buffer | undefined> {
  if (!bytes || !manifestKey) throw new WireError('wire.keybag', 'no keybag in Manifest.plist');
  const keybag = parseKeybag(bytes);
  const passcodeKey = await derivePasscodeKey(password, keybag, signal);
  let classKeys: ClassKeys;
  try {
    classKeys = unlockKeybag(keybag, passcodeKey);
  } catch (thrown) {
    if (thrown instanceof WireError && thrown.facts['wrongPassword'] === true) return undefined;
    throw thrown;
  }
  return openKey(classKeys, manifestKey);
}
