import { openKey } from '../wire/class-keys.ts';
import { WireError } from '../wire/errors.ts';
import { type ClassKeys, derivePasscodeKey, parseKeybag, unlockKeybag } from '../wire/keybag.ts';
import type { ManifestPlist } from './metadata.ts';

/** What the password of an encrypted backup opens. */
export interface BackupKeys {
  readonly classKeys: ClassKeys;
  /** Of Manifest.db; undefined before iOS 10.2, when the list of files was in the clear. */
  readonly manifestKey: Buffer | undefined;
}

/**
 * The keys of an encrypted backup; undefined when the password is wrong. Slow on purpose (ten million rounds on
 * current phones), off the main thread. Rejects with `wire.keybag` when the keybag is damaged.
 */
export async function unlock(
  { keybag: bytes, manifestKey }: ManifestPlist,
  password: string,
  signal?: AbortSignal,
): Promise<BackupKeys | undefined> {
  if (!bytes) throw new WireError('wire.keybag', 'no keybag in Manifest.plist');
  const keybag = parseKeybag(bytes);
  const passcodeKey = await derivePasscodeKey(password, keybag, signal);
  let classKeys: ClassKeys;
  try {
    classKeys = unlockKeybag(keybag, passcodeKey);
  } catch (thrown) {
    if (thrown instanceof WireError && thrown.facts['wrongPassword'] === true) return undefined;
    throw thrown;
  }
  return { classKeys, manifestKey: manifestKey && openKey(classKeys, manifestKey) };
}
