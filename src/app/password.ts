import { changePassword } from '../backup/change-password.ts';
import type { Clock } from '../kit/clock.ts';
import { ThawError } from '../kit/errors.ts';
import type { Emit } from '../kit/run-event.ts';
import type { Phone } from '../phone/session.ts';
import type { Udid } from '../phone/udid.ts';
import { BACKUP_DOMAIN, type BackupSettings, backupSettingsOf } from '../phone/values.ts';
import { connectTrusted } from '../rescue/connect.ts';
import { localMux } from './local-mux.ts';

/** What is to become of the password of local backups. It lives in the phone, which encrypts before it sends. */
export type PasswordAct = 'set' | 'change' | 'remove';

/** Where the passwords come from; asked for only when the phone is ready for them. */
export interface Passwords {
  current(udid: string): Promise<string>;
  fresh(): Promise<string>;
}

export interface PasswordResult {
  readonly udid: Udid;
  /** The phone encrypts its local backups from now on. */
  readonly encrypted: boolean;
}

/**
 * Sets, changes or removes the backup password on the phone, whose next backup is then a full one. Rejects with
 * `usage` when the act does not fit the phone, `backup.wrong-password`, `backup.locked` when the passcode was not
 * entered on the phone, `backup.encryption-enforced` when a profile demands a password.
 */
export async function changeBackupPassword(
  wanted: { readonly udid?: string; readonly usbmuxd?: string },
  act: PasswordAct,
  passwords: Passwords,
  clock: Clock,
  emit: Emit,
  signal: AbortSignal,
): Promise<PasswordResult> {
  await using phone = await connectTrusted(
    { mux: localMux(clock, wanted.usbmuxd), udid: wanted.udid },
    clock,
    emit,
    signal,
  );
  checkFits(act, await settingsOf(phone, signal));
  const { udid } = phone.device;
  const change = {
    ...(act !== 'set' && { old: await passwords.current(udid) }),
    ...(act !== 'remove' && { fresh: await passwords.fresh() }),
  };
  await changePassword(phone, change, emit, signal);
  return { udid, encrypted: (await settingsOf(phone, signal)).willEncrypt };
}

function checkFits(act: PasswordAct, { willEncrypt }: BackupSettings): void {
  const wrong = willEncrypt === (act === 'set');
  if (!wrong) return;
  const message = willEncrypt
    ? 'Backups of this iPhone have a password already: use “thaw password change”.'
    : `Backups of this iPhone have no password${act === 'change' ? ': use “thaw password set”' : ''}.`;
  throw new ThawError('usage', message, { facts: { message } });
}

async function settingsOf(phone: Phone, signal: AbortSignal): Promise<BackupSettings> {
  return backupSettingsOf(await phone.domain(BACKUP_DOMAIN, signal));
}
