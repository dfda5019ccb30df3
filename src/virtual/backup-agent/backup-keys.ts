import { hash } from 'node:crypto';
import { createKeybag, encodeKeybag } from '../../wire/keybag.ts';
import type { VirtualPhone } from '../phone.ts';
import { FileKeys, streamFrom } from './file-keys.ts';

/** Outer rounds of the keybags that real phones write. */
const REAL_ROUNDS = 10_000_000;

/** What a phone's backups are locked with. */
export interface BackupKeys {
  /** Stands in Manifest.plist, in plain backups too. */
  readonly keybag: Buffer;
  /** Undefined: backups are plain. */
  readonly files: FileKeys | undefined;
}

/** The keys of the phone's backups under this password, or of its plain ones. */
export async function makeKeys(phone: VirtualPhone, password: string | undefined): Promise<BackupKeys> {
  if (password !== undefined) {
    const files = await FileKeys.make(password, phone.udid, phone.scenario.phone.keybagRounds);
    return { keybag: files.keybag, files };
  }
  // Nothing is locked with this one and nobody knows its password, so deriving its key is not worth the time.
  const random = streamFrom(hash('sha256', phone.udid, 'buffer'));
  const { keybag } = await createKeybag({ password: random(32).toString('hex'), rounds: 1, random });
  const outer = keybag.outer && { outer: { ...keybag.outer, rounds: REAL_ROUNDS } };
  return { keybag: encodeKeybag({ ...keybag, ...outer }), files: undefined };
}
