import type { Clock } from '../kit/clock.ts';
import { isPhoneError } from '../phone/errors.ts';
import { type PairingAsk, pair, unpair } from '../phone/pairing.ts';
import { openPhone, type PhoneLink } from '../phone/session.ts';
import type { Udid } from '../phone/udid.ts';
import type { Usbmux } from '../phone/usbmux.ts';
import { TRUST_LIMIT_MS } from '../rescue/connect.ts';
import { findPhone } from '../rescue/find-phone.ts';

export interface PairedPhone {
  readonly udid: Udid;
  readonly name: string;
  /** It trusted this computer before. */
  readonly already: boolean;
}

/**
 * Makes the phone trust this computer, and proves it by opening it. `onAsk` is told what the person must do.
 * Rejects with the PhoneError of what stands in the way, after five minutes with that of what was not done.
 */
export async function pairPhone(
  mux: Usbmux,
  udid: string | undefined,
  clock: Clock,
  onAsk: (ask: PairingAsk) => void,
  signal: AbortSignal,
): Promise<PairedPhone> {
  const link: PhoneLink = { mux, clock, device: await findPhone(mux, udid, signal) };
  try {
    return { ...(await nameOf(link, signal)), already: true };
  } catch (error) {
    if (!isPhoneError(error, 'phone.not-trusted')) throw error;
  }
  await pair(link, { limitMs: TRUST_LIMIT_MS, onAsk }, signal);
  const device = await findPhone(mux, link.device.udid, signal);
  return { ...(await nameOf({ ...link, device }, signal)), already: false };
}

export interface UnpairedPhone {
  readonly udid: Udid;
  /** There was no trust to end. */
  readonly already: boolean;
}

/** Ends the trust on both sides. */
export async function unpairPhone(
  mux: Usbmux,
  udid: string | undefined,
  clock: Clock,
  signal: AbortSignal,
): Promise<UnpairedPhone> {
  const device = await findPhone(mux, udid, signal);
  try {
    await unpair({ mux, clock, device }, signal);
    return { udid: device.udid, already: false };
  } catch (error) {
    if (!isPhoneError(error, 'phone.not-trusted')) throw error;
    return { udid: device.udid, already: true };
  }
}

async function nameOf(link: PhoneLink, signal: AbortSignal): Promise<{ udid: Udid; name: string }> {
  await using phone = await openPhone(link, signal);
  return { udid: link.device.udid, name: phone.info.name };
}
