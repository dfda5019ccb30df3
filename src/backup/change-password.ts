import type { Emit } from '../kit/run-event.ts';
import { allOrNone } from '../kit/signals.ts';
import { openNotificationProxy } from '../phone/services/notification-proxy.ts';
import type { Phone } from '../phone/session.ts';
import { DeviceLink } from './link.ts';
import { openConversation, request, responseTo } from './opening.ts';
import { followNotices, observeNotices } from './phone-notices.ts';
import { refusalOf } from './refusals.ts';

/** Only a new password switches encryption on, only an old one off; both change the password. */
export interface PasswordChange {
  readonly old?: string;
  readonly fresh?: string;
}

/**
 * Has the phone's backup daemon change the password of local backups; beside it the notice that the phone asks for its
 * passcode. Rejects with `backup.wrong-password`, `backup.locked` when the passcode was not entered, or
 * `backup.encryption-enforced` when a profile demands a password.
 */
export async function changePassword(
  phone: Phone,
  { old, fresh }: PasswordChange,
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
  await request(link, 'ChangePassword', {
    TargetIdentifier: phone.device.udid,
    ...(old !== undefined && { OldPassword: old }),
    ...(fresh !== undefined && { NewPassword: fresh }),
  });
  const answered = new AbortController();
  const response = responseTo(link).finally(() => answered.abort());
  const notices = followNotices(notifications, emit, AbortSignal.any([both, answered.signal]));
  const [answer] = await allOrNone(stop, [response, notices]);
  const refusal = refusalOf(answer);
  if (refusal) throw refusal;
  await link.send({ name: 'DLMessageDisconnect' });
}
