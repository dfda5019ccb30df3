import type { Clock } from '../kit/clock.ts';
import type { Emit } from '../kit/run-event.ts';
import { isPhoneError } from '../phone/errors.ts';
import { parseMuxAddress } from '../phone/mux-address.ts';
import { pair } from '../phone/pairing.ts';
import { openPhone, type Phone, type PhoneLink } from '../phone/session.ts';
import { Usbmux } from '../phone/usbmux.ts';
import { findPhone, localMux } from './find-phone.ts';
import { TRUST_LIMIT_MS } from './pair.ts';

/**
 * The phone that is meant, in a trusted session. When it does not trust this computer yet, it is asked to, and the
 * person is waited for. Rejects with the PhoneError of whatever stands in the way.
 */
export async function connectTrusted(
  wanted: { readonly udid?: string; readonly usbmuxd?: string },
  clock: Clock,
  emit: Emit,
  signal: AbortSignal,
): Promise<Phone> {
  const mux =
    wanted.usbmuxd === undefined ? localMux(clock) : new Usbmux(parseMuxAddress(wanted.usbmuxd), clock);
  const link: PhoneLink = { mux, device: await findPhone(mux, wanted.udid, signal), clock };
  try {
    return await openPhone(link, signal);
  } catch (thrown) {
    if (!isPhoneError(thrown, 'phone.not-trusted')) throw thrown;
  }
  emit({ type: 'phase.changed', phase: 'waiting-for-trust' });
  await pair(
    link,
    {
      limitMs: TRUST_LIMIT_MS,
      onAsk: (what) => emit({ type: 'phone.asks', what, secondsLeft: TRUST_LIMIT_MS / 1000 }),
    },
    signal,
  );
  emit({ type: 'phone.answered', what: 'trust' });
  emit({ type: 'phase.changed', phase: 'connecting' });
  return await openPhone({ ...link, device: await findPhone(mux, link.device.udid, signal) }, signal);
}
