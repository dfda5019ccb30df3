import type { Decipheriv } from 'node:crypto';
import { openKey } from '../../wire/class-keys.ts';
import { decryptFile, decryptManifest } from '../../wire/file-cipher.ts';
import { type ClassKeys, derivePasscodeKey, parseKeybag, unlockKeybag } from '../../wire/keybag.ts';
import { booleanIn, dataIn } from '../../wire/plist/access.ts';
import type { PlistDict } from '../../wire/plist/value.ts';

/** The keys of an encrypted backup, taken out with its password. */
export class BackupLock {
  readonly #classKeys: ClassKeys;
  readonly #manifestKey: Uint8Array;

  private constructor(classKeys: ClassKeys, manifestKey: Uint8Array) {
    this.#classKeys = classKeys;
    this.#manifestKey = manifestKey;
  }

  /**
   * Undefined for a plain backup; `properties` are its Manifest.plist. Takes seconds with a real phone's rounds.
   * Throws WireError: 'wire.keybag' when the password is wrong, 'wire.unexpected' when the backup lacks its keys.
   */
  static async open(
    properties: PlistDict,
    password: string,
    signal?: AbortSignal,
  ): Promise<BackupLock | undefined> {
    if (!booleanIn(properties, 'IsEncrypted')) return undefined;
    const keybag = parseKeybag(dataIn(properties, 'BackupKeyBag'));
    const passcodeKey = await derivePasscodeKey(password, keybag, signal);
    return new BackupLock(unlockKeybag(keybag, passcodeKey), dataIn(properties, 'ManifestKey'));
  }

  manifestDecipher(): Decipheriv {
    return decryptManifest(openKey(this.#classKeys, this.#manifestKey));
  }

  /** For a file with this EncryptionKey. Throws WireError 'wire.keybag' when no key here opens it. */
  fileDecipher(encryptionKey: Uint8Array): Decipheriv {
    return decryptFile(openKey(this.#classKeys, encryptionKey));
  }
}
