import { DeviceLink } from '../backup/link.ts';
import { openConversation, request, responseTo } from '../backup/opening.ts';
import { followNotices, observeNotices } from '../backup/phone-notices.ts';
import { refusalOf } from '../backup/refusals.ts';
import type { Clock } from '../kit/clock.ts';
import { ThawError } from '../kit/errors.ts';
import type { Emit } from '../kit/run-event.ts';
import { allOrNone } from '../kit/signals.ts';
import { openNotificationProxy } from '../phone/services/notification-proxy.ts';
import type { Phone } from '../phone/session.ts';
import type { Udid } from '../phone/udid.ts';
import { BACKUP_DOMAIN, type BackupSettings, backupSettingsOf } from '../phone/values.ts';
import { connectTrusted } from '../rescue/connect.ts';
import { localMux } from './local-mux.ts';

/** What is to become of the password of local backups. It lives in the phone, which encrypts before it sends. */
export type PasswordAct = 'set' | 'change' | 'remove';

/** Where the passwords come from; asked for only when the phone is ready for them. */
export interface Passwords {
  current(): Promise<string>;
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
  const parameters = {
    ...(act !== 'set' && { OldPassword: await passwords.current() }),
    ...(act !== 'remove' && { NewPassword: await passwords.fresh() }),
  };
  await askPhone(phone, parameters, emit, signal);
  return { udid: phone.device.udid, encrypted: (await settingsOf(phone, signal)).willEncrypt };
}

function checkFits(act: PasswordAct, { willEncrypt }: BackupSettings): void {
  const wrong = willEncrypt === (act === 'set');
  if (!wrong) return;
  const message = willEncrypt
    ? 'Backups of this iPhone have a password already: use “thaw password change”.'
    : 'Backups of this iPhone have no password: use “thaw password set”.';
  throw new ThawError('usage', message, { facts: { message } });
}

async function settingsOf(phone: Phone, signal: AbortSignal): Promise<BackupSettings> {
  return backupSettingsOf(await phone.domain(BACKUP_DOMAIN, signal));
}

/** The request to the backup daemon, and beside it the notice that the phone asks for its passcode. */
async function askPhone(
  phone: Phone,
  passwords: { readonly OldPassword?: string; readonly NewPassword?: string },
  emit: Emit,
  signal: AbortSignal,
): Promise<void> {
  await using notifications = await openNotificationProxy(phone, signal);
  await observeNotices(notifications);
  const stop = new AbortController();
  const both = AbortSignal.any([signal, stop.signal]);
  await using channel = await phone.startService('com.apple.mobilebackup2', signal);
  const link = new DeviceLink(channel, both);
  await openConversation(link);
  await request(link, 'ChangePassword', { TargetIdentifier: phone.device.udid, ...passwords });
  const answered = new AbortController();
  const response = responseTo(link).finally(() => answered.abort());
  const notices = followNotices(notifications, emit, AbortSignal.any([both, answered.signal]));
  const [answer] = await allOrNone(stop, [response, notices]);
  const refusal = refusalOf(answer);
  if (refusal) throw refusal;
  await link.send({ name: 'DLMessageDisconnect' });
}
