import { changePassword } from '../backup/change-password.ts';
import { messageOf, ThawError } from '../kit/errors.ts';
import type { Emit } from '../kit/run-event.ts';
import type { Phone } from '../phone/session.ts';
import { BACKUP_DOMAIN, backupSettingsOf } from '../phone/values.ts';

/**
 * Which phones had encryption switched on for a run that has not ended well yet. Written down before the phone is asked,
 * and safely on the disk, so that a run that is killed leaves the note. Never the password.
 */
export interface EncryptionNotes {
  note(udid: string): Promise<void>;
  isNoted(udid: string): Promise<boolean>;
  settled(udid: string): Promise<void>;
}

/** The passcode prompt, which comes also for switching off, stays about three minutes. */
const UNDO_LIMIT_MS = 200_000;

/**
 * Encryption that is switched on for a run stays on only when the run ends well: until `keep` is called, disposing it
 * switches it off again. Where that cannot be done, the next run that meets the phone and has the password does it.
 */
export class EncryptionForRun implements AsyncDisposable {
  readonly #wanted: boolean;
  readonly #notes: EncryptionNotes;
  readonly #emit: Emit;
  readonly #reach: (signal: AbortSignal) => Promise<Phone>;
  #switchedOn: string | undefined;
  #password: string | undefined;
  #begun = false;

  /**
   * `wanted`: backups are to be encrypted from this run on. `reach`: a new session with the phone, for the end of a run, when the old one
   * may be gone.
   */
  constructor(parts: {
    wanted: boolean;
    notes: EncryptionNotes;
    emit: Emit;
    reach: (signal: AbortSignal) => Promise<Phone>;
  }) {
    this.#wanted = parts.wanted;
    this.#notes = parts.notes;
    this.#emit = parts.emit;
    this.#reach = parts.reach;
  }

  /**
   * Before each attempt, and done by the first that gets so far: switches encryption on where that is wanted and it is off, and otherwise off what a run
   * that was killed left on, with the same password. Rejects as changing the password does; what is left on is told and stops nothing.
   */
  async begin(phone: Phone, password: string | undefined, signal: AbortSignal): Promise<void> {
    if (this.#begun) return;
    this.#password = password;
    const { udid } = phone.device;
    const isOn = await isEncrypting(phone, signal);
    const isLeft = isOn && (await this.#notes.isNoted(udid));
    if (!isOn) await this.#notes.settled(udid);
    if (this.#wanted && isLeft) this.#switchedOn = udid;
    else if (this.#wanted && !isOn) await this.#switchOn(phone, signal);
    else if (isLeft) await this.#switchOff(phone, signal);
    this.#begun = true;
  }

  /** A good encrypted backup is there: encryption stays. */
  async keep(): Promise<void> {
    if (this.#switchedOn === undefined) return;
    await this.#notes.settled(this.#switchedOn);
    this.#switchedOn = undefined;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#switchedOn === undefined) return;
    const signal = AbortSignal.timeout(UNDO_LIMIT_MS);
    try {
      await using phone = await this.#reach(signal);
      await this.#switchOff(phone, signal);
    } catch (thrown) {
      this.#leftOn(thrown);
    }
  }

  async #switchOn(phone: Phone, signal: AbortSignal): Promise<void> {
    const password = this.#password;
    if (password === undefined) throw new ThawError('password.missing', 'encryption needs a password');
    const { udid } = phone.device;
    await this.#notes.note(udid);
    this.#switchedOn = udid;
    await changePassword(phone, { fresh: password }, this.#emit, signal);
    this.#emit({ type: 'note', code: 'encryption-switched-on', facts: {} });
  }

  async #switchOff(phone: Phone, signal: AbortSignal): Promise<void> {
    const { udid } = phone.device;
    try {
      if (await isEncrypting(phone, signal)) {
        const old = this.#password;
        if (old === undefined) throw new Error('no password was given');
        await changePassword(phone, { old }, this.#emit, signal);
        this.#emit({ type: 'note', code: 'encryption-switched-off-again', facts: {} });
      }
      await this.#notes.settled(udid);
      this.#switchedOn = undefined;
    } catch (thrown) {
      this.#leftOn(thrown);
    }
  }

  #leftOn(thrown: unknown): void {
    this.#emit({ type: 'note', code: 'encryption-left-on', facts: { reason: messageOf(thrown) } });
  }
}

async function isEncrypting(phone: Phone, signal: AbortSignal): Promise<boolean> {
  return backupSettingsOf(await phone.domain(BACKUP_DOMAIN, signal)).willEncrypt;
}
