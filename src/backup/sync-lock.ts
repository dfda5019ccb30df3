import type { Clock } from '../kit/clock.ts';
import { isPhoneError } from '../phone/errors.ts';
import type { Afc } from '../phone/services/afc.ts';
import type { NotificationProxy } from '../phone/services/notification-proxy.ts';
import { SYNC_LOCK_FILE } from '../phone/services/sync-lock-file.ts';
import { AfcLock, AfcMode } from '../wire/afc.ts';
import { BackupError } from './errors.ts';

/** What a program that syncs with a phone tells it meanwhile. */
const NOTIFICATION = {
  willStart: 'com.apple.itunes-mobdev.syncWillStart',
  lockRequest: 'com.apple.itunes-mobdev.syncLockRequest',
  didStart: 'com.apple.itunes-mobdev.syncDidStart',
  didFinish: 'com.apple.itunes-mobdev.syncDidFinish',
} as const;

/** As long as the clients we know wait for another program: fifty tries, 200 ms apart. */
const TRIES = 50;
const PAUSE_MS = 200;
/** A phone that does not take the lock back in this time has other troubles. */
const FAREWELL_MS = 2000;

/** The right to sync with the phone. Disposing gives it back. */
export class SyncLock implements AsyncDisposable {
  readonly #afc: Afc;
  readonly #handle: bigint;
  readonly #notifications: NotificationProxy;

  private constructor(afc: Afc, handle: bigint, notifications: NotificationProxy) {
    this.#afc = afc;
    this.#handle = handle;
    this.#notifications = notifications;
  }

  /** Rejects with `backup.sync-locked` when another program keeps the lock for ten seconds. */
  static async take(
    afc: Afc,
    notifications: NotificationProxy,
    clock: Clock,
    signal: AbortSignal,
  ): Promise<SyncLock> {
    await notifications.post(NOTIFICATION.willStart);
    const handle = await afc.open(SYNC_LOCK_FILE, AfcMode.readWrite, signal);
    await notifications.post(NOTIFICATION.lockRequest);
    for (let tries = 1; ; tries += 1) {
      try {
        await afc.lock(handle, AfcLock.exclusive, signal);
        break;
      } catch (thrown) {
        if (!isPhoneError(thrown, 'phone.file-locked')) throw thrown;
        if (tries === TRIES) {
          throw new BackupError('backup.sync-locked', 'another program keeps the sync lock', {
            cause: thrown,
          });
        }
        await clock.sleep(PAUSE_MS, signal);
      }
    }
    await notifications.post(NOTIFICATION.didStart);
    return new SyncLock(afc, handle, notifications);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    try {
      await this.#afc.lock(this.#handle, AfcLock.unlock, AbortSignal.timeout(FAREWELL_MS));
      await this.#afc.close(this.#handle, AbortSignal.timeout(FAREWELL_MS));
      await this.#notifications.post(NOTIFICATION.didFinish);
    } catch {
      // The link is gone, and the phone takes the lock back with it.
    }
  }
}
