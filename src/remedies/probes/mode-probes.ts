import { bootPhones } from '../../host/recovery/boot-phones.ts';
import type { BootModePhone } from '../../host/recovery/boot-serial.ts';
import { isAbort } from '../../kit/errors.ts';
import { sameUdid } from '../../phone/find.ts';
import { withLockdown } from '../reach-phone.ts';
import type { Situation } from '../situation.ts';
import type { Probe } from './probe.ts';

const LOCKDOWN = 'com.apple.mobile.lockdown';

/** It runs iOS and answers. The small system that restores a phone answers too, but as another. */
export async function runsIos(situation: Situation, signal: AbortSignal): Promise<boolean> {
  try {
    const type = await withLockdown(situation, (lockdown, limited) => lockdown.queryType(limited), signal);
    return type === LOCKDOWN;
  } catch (thrown) {
    if (isAbort(thrown, signal)) throw thrown;
    return false;
  }
}

export const phoneBack: Probe = async (situation) => (signal) => runsIos(situation, signal);

export const phoneInRecovery: Probe = async (situation) => async (signal) =>
  (await modeOnBus(situation, signal)) === 'recovery';

export const phoneInDfu: Probe = async (situation) => async (signal) =>
  (await modeOnBus(situation, signal)) === 'dfu';

/** The mode of a phone that runs no iOS; undefined while none is on the bus. */
export async function modeOnBus(
  { udid }: Pick<Situation, 'udid'>,
  signal: AbortSignal,
): Promise<BootModePhone['mode'] | undefined> {
  const phones = await bootPhones(signal);
  // Of an older phone nobody can tell its UDID by its chip.
  return phones.find((one) => !udid || !one.udid || sameUdid(one.udid, udid))?.mode;
}
