import { withTimeLimit } from '../kit/signals.ts';
import { PhoneError } from '../phone/errors.ts';
import { openPhone, type Phone, type PhoneLink } from '../phone/session.ts';

/** A phone that hangs must not keep a person waiting for what can be told without it. */
const limitMs = 15_000;

/** What is asked of a phone that may hang. Rejects with `phone.silent` when it takes too long. */
export function inTime<T>(
  { clock }: Pick<PhoneLink, 'clock'>,
  work: (limited: AbortSignal) => Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  const silent = () => new PhoneError('phone.silent', 'the phone does not answer', { facts: { limitMs } });
  return withTimeLimit(clock, limitMs, silent, work, signal);
}

/** Opens a phone, for those who only look at it. Rejects as opening does, and with `phone.silent`. */
export function openInTime(link: PhoneLink, signal: AbortSignal): Promise<Phone> {
  return inTime(link, (limited) => openPhone(link, limited), signal);
}
