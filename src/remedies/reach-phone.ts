import { isAbort } from '../kit/errors.ts';
import { withTimeLimit } from '../kit/signals.ts';
import { PhoneError } from '../phone/errors.ts';
import { choosePhone } from '../phone/find.ts';
import { Lockdown } from '../phone/lockdown.ts';
import type { MuxDevice } from '../phone/mux-device.ts';
import { openPhone, type Phone } from '../phone/session.ts';
import type { Situation } from './situation.ts';

/** A look at the phone that takes longer has failed. */
const LOOK_LIMIT_MS = 15_000;

/** The phone's attachment now; undefined while it is not on the bus. */
export async function attachedNow(
  { mux, udid }: Situation,
  signal: AbortSignal,
): Promise<MuxDevice | undefined> {
  try {
    return choosePhone(await mux.devices(signal), udid);
  } catch (thrown) {
    if (isAbort(thrown, signal)) throw thrown;
    return undefined;
  }
}

/** Does something in a session of its own with the phone. Rejects with `phone.gone` while it is not on the bus. */
export async function withPhone<T>(
  situation: Situation,
  work: (phone: Phone, signal: AbortSignal) => Promise<T>,
  signal: AbortSignal,
  limitMs = LOOK_LIMIT_MS,
): Promise<T> {
  const { mux, clock } = situation;
  const session = async (limited: AbortSignal): Promise<T> => {
    const device = await deviceOf(situation, limited);
    await using phone = await openPhone({ mux, device, clock }, limited);
    return await work(phone, limited);
  };
  return await withTimeLimit(clock, limitMs, () => silent(limitMs), session, signal);
}

/** Does something over a bare lockdown connection, which a phone answers also while it is locked or not trusted. */
export async function withLockdown<T>(
  situation: Situation,
  work: (lockdown: Lockdown, signal: AbortSignal) => Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  const { mux, clock } = situation;
  const connection = async (limited: AbortSignal): Promise<T> => {
    const device = await deviceOf(situation, limited);
    await using lockdown = await Lockdown.open(mux, device.deviceId, clock, limited);
    return await work(lockdown, limited);
  };
  return await withTimeLimit(clock, LOOK_LIMIT_MS, () => silent(LOOK_LIMIT_MS), connection, signal);
}

/** True when lockdownd answers. */
export async function answers(situation: Situation, signal: AbortSignal): Promise<boolean> {
  return await succeeds(
    withLockdown(situation, (lockdown, limited) => lockdown.queryType(limited), signal),
    signal,
  );
}

/** True when the work does not fail; an abort passes through. */
async function succeeds(work: Promise<unknown>, signal: AbortSignal): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (thrown) {
    if (isAbort(thrown, signal)) throw thrown;
    return false;
  }
}

async function deviceOf(situation: Situation, signal: AbortSignal): Promise<MuxDevice> {
  const device = await attachedNow(situation, signal);
  if (!device) throw new PhoneError('phone.gone', 'the phone is not attached');
  return device;
}

function silent(limitMs: number): PhoneError {
  return new PhoneError('phone.silent', 'the phone does not answer', { facts: { limitMs } });
}
