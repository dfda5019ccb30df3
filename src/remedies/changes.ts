import type { Phone } from '../phone/session.ts';

/** A setting of the phone that was changed for a run, and what it was. */
export interface Change {
  readonly udid: string;
  readonly setting: SettingName;
  readonly before: boolean;
}

export type SettingName = 'icloud-backup';

/**
 * Settings that were changed and must be put back. Each is written down, safely on the disk, before it is changed: a
 * run that is killed leaves the note, and the next start of Thaw that meets the phone puts it back.
 */
export interface Changes {
  /** Writes down that this will be changed. Resolves when it is on the disk. */
  note(change: Change): Promise<void>;
  /** What of this phone is still to be put back. */
  pending(udid: string): Promise<readonly Change[]>;
  /** It is as it was. */
  settled(change: Change): Promise<void>;
}

/** How each setting is written. */
export type Setting = (phone: Phone, value: boolean, signal: AbortSignal) => Promise<void>;
