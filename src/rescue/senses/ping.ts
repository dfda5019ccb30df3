import { isPhoneError } from '../../phone/errors.ts';
import { Lockdown } from '../../phone/lockdown.ts';
import type { PhoneLink } from '../../phone/session.ts';
import { waitAtLeast } from './patience.ts';
import type { LinkSense, Perceiving } from './sense.ts';

const EVERY_MS = 10_000;
/** After silence: one unanswered question may be an accident, two are not. */
const SOON_MS = 2000;
/** lockdownd answers within milliseconds; one that takes this long hangs, or the link does. */
const LIMIT_MS = 6000;

/**
 * Asks lockdownd for its name on a connection of its own, again and again: a backup may be silent for an hour, the
 * phone may not.
 */
export const pinging: LinkSense = async (link, perceiving, signal) => {
  for (let silentSince: number | undefined; ; ) {
    const before = link.clock.ticks();
    const answered = await ping(link, perceiving, silentSince, signal);
    silentSince = answered ? undefined : (silentSince ?? before);
    await link.clock.sleep(answered ? EVERY_MS : SOON_MS, signal);
  }
};

/**
 * One question. Tells of silence, and of the answer after one; `silentSince` is when the silence began (ticks), and
 * undefined when there was none. False when nothing came.
 */
export async function ping(
  link: PhoneLink,
  { sign, tell }: Perceiving,
  silentSince: number | undefined,
  signal: AbortSignal,
): Promise<boolean> {
  const before = link.clock.ticks();
  const layer = await firstSilentLayer(link, signal);
  if (layer === 'gone') return true;
  if (layer === undefined) {
    const milliseconds = Math.round(link.clock.ticks() - before);
    sign({ kind: 'ping', of: 'lockdown' });
    if (silentSince !== undefined)
      tell({ kind: 'phone.answers', source: 'lockdown', facts: { milliseconds } });
    return true;
  }
  sign({ kind: 'mute' });
  const seconds = Math.round((link.clock.ticks() - (silentSince ?? before)) / 1000);
  if (layer === 'refused') tell({ kind: 'phone.starting', source: 'lockdown', facts: { seconds } });
  else tell({ kind: 'phone.mute', source: layer, facts: { layer, seconds } });
  return false;
}

/**
 * Undefined when lockdownd answered; `gone` when the phone was unplugged, which others tell; `refused` when nothing
 * listens in it yet.
 */
async function firstSilentLayer(
  { mux, device, clock }: PhoneLink,
  signal: AbortSignal,
): Promise<'usbmux' | 'lockdown' | 'refused' | 'gone' | undefined> {
  const given = new AbortController();
  const limited = AbortSignal.any([signal, given.signal]);
  waitAtLeast(clock, LIMIT_MS, limited)
    .then(() => given.abort())
    .catch(() => undefined);
  try {
    await using lockdown = await Lockdown.open(mux, device.deviceId, clock, limited);
    await lockdown.queryType(limited);
    return undefined;
  } catch (thrown) {
    signal.throwIfAborted();
    if (isPhoneError(thrown, 'phone.gone')) return 'gone';
    if (isPhoneError(thrown, 'phone.not-listening')) return 'refused';
    return isPhoneError(thrown, 'mux.absent', 'mux.silent', 'mux.gone') ? 'usbmux' : 'lockdown';
  } finally {
    given.abort();
  }
}
