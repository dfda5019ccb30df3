import type { Clock } from '../kit/clock.ts';
import type { Emit } from '../kit/run-event.ts';
import { isPhoneError } from '../phone/errors.ts';
import { pair } from '../phone/pairing.ts';
import { openPhone, type Phone, type PhoneLink } from '../phone/session.ts';
import type { Usbmux } from '../phone/usbmux.ts';
import { findPhone } from './find-phone.ts';

/** As long as a person may reasonably take to find the phone, unlock it, and read what it asks. */
export const TRUST_LIMIT_MS = 5 * 60 * 1000;

/**
 * The phone that is meant, in a trusted session. When it does not trust this computer yet, it is asked to, and the
 * person is waited for. Rejects with the PhoneError of whatever stands in the way.
 */
export async function connectTrusted(
  wanted: {
    readonly mux: Usbmux;
    readonly udid?: string | undefined;
    readonly trustLimitMs?: number;
    /** Told when the phone does not know this computer; `here`: this computer knows the phone. */
    readonly onUntrusted?: (here: boolean) => void;
    /** Told when the phone, reached over Wi-Fi, goes to sleep. */
    readonly onSleep?: () => void;
  },
  clock: Clock,
  emit: Emit,
  signal: AbortSignal,
): Promise<Phone> {
  const { mux, trustLimitMs = TRUST_LIMIT_MS, onSleep } = wanted;
  const device = await findPhone(mux, wanted.udid, signal);
  const link: PhoneLink = { mux, device, clock, ...(onSleep && { onSleep }) };
  try {
    return await openPhone(link, signal);
  } catch (thrown) {
    if (!isPhoneError(thrown, 'phone.not-trusted')) throw thrown;
    wanted.onUntrusted?.((await mux.readPairRecord(link.device.udid, signal)) !== undefined);
  }
  emit({ type: 'phase.changed', phase: 'waiting-for-trust', udid: link.device.udid });
  await pair(
    link,
    {
      limitMs: trustLimitMs,
      onAsk: (what) => emit({ type: 'phone.asks', what, secondsLeft: trustLimitMs / 1000 }),
    },
    signal,
  );
  emit({ type: 'phone.answered', what: 'trust' });
  emit({ type: 'phase.changed', phase: 'connecting' });
  return await openPhone({ ...link, device: await findPhone(mux, link.device.udid, signal) }, signal);
}
