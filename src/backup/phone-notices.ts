import { isAbort } from '../kit/errors.ts';
import type { Emit } from '../kit/run-event.ts';
import type { NotificationProxy } from '../phone/services/notification-proxy.ts';
import { BackupError } from './errors.ts';

const PROMPT_SHOWN = 'com.apple.LocalAuthentication.ui.presented';
const PROMPT_GONE = 'com.apple.LocalAuthentication.ui.dismissed';
const CANCELLED = 'com.apple.itunes-client.syncCancelRequest';

/** What a client tells the phone it wants to hear of, as iTunes and libimobiledevice do. */
const OBSERVED = [
  CANCELLED,
  'com.apple.itunes-client.syncSuspendRequest',
  'com.apple.itunes-client.syncResumeRequest',
  'com.apple.mobile.backup.domain_changed',
  PROMPT_SHOWN,
  PROMPT_GONE,
] as const;

/** The prompt was seen to stay about three minutes before the phone gave up with 208. */
const PROMPT_SECONDS = 180;

/** Asks the phone to tell; before the request, so that nothing is missed. */
export async function observeNotices(notifications: NotificationProxy): Promise<void> {
  for (const name of OBSERVED) await notifications.observe(name);
}

/**
 * Follows what the phone announces beside the conversation until the signal aborts or its connection ends (the
 * conversation, which has its own, will tell why): the passcode prompt comes and goes; a cancel on the phone rejects.
 */
export async function followNotices(
  notifications: NotificationProxy,
  emit: Emit,
  signal: AbortSignal,
): Promise<void> {
  try {
    for await (const name of notifications.events(signal)) {
      if (name === PROMPT_SHOWN) emit({ type: 'phone.asks', what: 'passcode', secondsLeft: PROMPT_SECONDS });
      if (name === PROMPT_GONE) emit({ type: 'phone.answered', what: 'passcode' });
      if (name === CANCELLED) throw new BackupError('backup.cancelled-on-phone', 'cancelled on the phone');
    }
  } catch (thrown) {
    if (!isAbort(thrown, signal)) throw thrown;
  }
}
