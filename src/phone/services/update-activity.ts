import type { Clock } from '../../kit/clock.ts';
import { isAbort } from '../../kit/errors.ts';
import type { Phone } from '../session.ts';
import { openPhoneLog } from './syslog.ts';

/**
 * Prepares and installs updates of iOS; it runs only then. Known from crash reports of phones and tablets that were
 * being updated.
 */
export const UPDATER = 'com.apple.MobileSoftwareUpdate.UpdateBrainService';

const UPDATERS: ReadonlySet<string> = new Set([UPDATER]);

/** Listens to the phone's log for so long: true as soon as its updater writes there. A log that cannot be read tells nothing. */
export async function isUpdating(
  phone: Phone,
  listenMs: number,
  clock: Clock,
  signal: AbortSignal,
): Promise<boolean> {
  const limit = new AbortController();
  using _limit = clock.after(listenMs, () => limit.abort());
  const both = AbortSignal.any([signal, limit.signal]);
  try {
    await using log = await openPhoneLog(phone, both);
    for await (const _lines of log.lines(UPDATERS, both)) return true;
  } catch (thrown) {
    if (isAbort(thrown, signal)) throw thrown;
  }
  return false;
}
