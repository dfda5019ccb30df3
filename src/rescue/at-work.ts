import { isPhoneError } from '../phone/errors.ts';
import { isUpdating } from '../phone/services/update-activity.ts';
import { withPhone } from '../remedies/reach-phone.ts';
import type { Situation } from '../remedies/situation.ts';

/** An updater at work writes several lines a second. */
const LISTEN_MS = 3_000;

/**
 * What the phone does to itself now, or has done to it. `starting`: nothing listens in it; that is a start, or an update
 * whose bar moves below the logo. Undefined where it is free, or cannot be asked.
 */
export async function workOf(
  situation: Situation,
  signal: AbortSignal,
): Promise<'updating' | 'restoring' | 'starting' | undefined> {
  try {
    const listen = (limited: AbortSignal): Promise<boolean> =>
      withPhone(situation, (phone, at) => isUpdating(phone, LISTEN_MS, situation.clock, at), limited);
    return (await listen(signal)) ? 'updating' : undefined;
  } catch (thrown) {
    signal.throwIfAborted();
    if (isPhoneError(thrown, 'phone.restoring')) return 'restoring';
    return isPhoneError(thrown, 'phone.not-listening') ? 'starting' : undefined;
  }
}
