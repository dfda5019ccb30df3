import { hash } from 'node:crypto';
import { sealKey } from '../../wire/class-keys.ts';
import { type ClassKeys, createKeybag, encodeKeybag } from '../../wire/keybag.ts';

/** The class whose key protects the manifest itself: readable after the first unlock. */
const MANIFEST_CLASS = 3;

/**
 * The keys of an encrypted phone's backups. All follow from the phone and the password, so that a virtual phone that is
 * started again goes on with the backups it made before; a real one makes them by chance and keeps them.
 */
export class FileKeys {
  /** As it stands in Manifest.plist. */
  readonly keybag: Buffer;
  /** Of Manifest.db. */
  readonly manifestKey: Buffer;
  /** As it stands in Manifest.plist. */
  readonly sealedManifestKey: Buffer;
  readonly #classKeys: ClassKeys;
  readonly #secret: Buffer;

  private constructor(keybag: Buffer, classKeys: ClassKeys, secret: Buffer) {
    this.keybag = keybag;
    this.#classKeys = classKeys;
    this.#secret = secret;
    this.manifestKey = this.keyOf('Manifest.db');
    this.sealedManifestKey = this.sealedKeyOf('Manifest.db', MANIFEST_CLASS);
  }

  /** Takes as long as `rounds` of key derivation take: seconds for the ten million of a real phone. */
  static async make(password: string, udid: string, rounds: number): Promise<FileKeys> {
    const secret = hash('sha256', `${udid}\0${password}`, 'buffer');
    const { keybag, classKeys } = await createKeybag({ password, rounds, random: streamFrom(secret) });
    return new FileKeys(encodeKeybag(keybag), classKeys, secret);
  }

  /** The key of one file: always the same, so that an unchanged file stays unchanged in the backup. */
  keyOf(fileId: string): Buffer {
    return hash('sha256', Buffer.concat([this.#secret, Buffer.from(fileId)]), 'buffer');
  }

  /** The same as it stands in the manifest. */
  sealedKeyOf(fileId: string, protectionClass: number): Buffer {
    return sealKey(this.#classKeys, protectionClass, this.keyOf(fileId));
  }
}

/** Bytes that look like chance and follow from `secret`. */
export function streamFrom(secret: Uint8Array): (bytes: number) => Buffer {
  let blocks = 0;
  return (bytes) => {
    const pieces: Buffer[] = [];
    for (let length = 0; length < bytes; length += 64) {
      blocks += 1;
      pieces.push(hash('sha512', Buffer.concat([secret, Buffer.from(`${blocks}`)]), 'buffer'));
    }
    return Buffer.concat(pieces).subarray(0, bytes);
  };
}
