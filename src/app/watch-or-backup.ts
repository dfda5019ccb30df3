import type { Clock } from '../kit/clock.ts';
import type { RunEvent } from '../kit/run-event.ts';
import { checkDestination } from '../vault/destination.ts';
import { type BackupRequest, backup } from './backup.ts';
import { recorded } from './runs/recorder.ts';
import { type WatchRequest, watch } from './watch.ts';

/** The local backup that is made when the one to iCloud fails. */
export type Instead = Pick<BackupRequest, 'destination' | 'password' | 'waitForPersonMs'>;

/**
 * Follows the phone's iCloud backup; when that fails and a folder is given for it, makes an encrypted backup on this
 * computer instead. Each is a run of its own, and recorded.
 */
export async function* watchOrBackup(
  request: Omit<WatchRequest, 'endsOnFailure'> & { readonly instead?: Instead | undefined },
  clock: Clock,
  signal: AbortSignal,
): AsyncGenerator<RunEvent, void, undefined> {
  const { instead, ...watched } = request;
  // A disk that is not there is better known before the hours of watching.
  if (instead) await checkDestination(instead.destination, signal);
  const failed = yield* untilItFails(
    watch({ ...watched, endsOnFailure: instead !== undefined }, clock, signal),
  );
  if (failed && instead) yield* recorded(backup(insteadOf(request, instead), clock, signal));
}

/** The backup that is made in place of the one to iCloud. */
function insteadOf({ udid, usbmuxd }: WatchRequest, instead: Instead): BackupRequest {
  const encrypt = instead.password !== undefined ? true : undefined;
  return { ...instead, full: false, udid, encrypt, ...(usbmuxd !== undefined && { usbmuxd }) };
}

/** True when it ended because iCloud did not take the backup. */
async function* untilItFails(events: AsyncIterable<RunEvent>): AsyncGenerator<RunEvent, boolean, undefined> {
  let failed = false;
  for await (const event of recorded(events)) {
    if (event.type === 'run.finished')
      failed = event.outcome === 'needs-person' && event.cause?.startsWith('icloud-') === true;
    yield event;
  }
  return failed;
}
