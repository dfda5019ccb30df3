import { isPhoneError } from '../../phone/errors.ts';
import { trySyncLock } from '../../phone/services/sync-lock-file.ts';
import { type Check, fine } from './check.ts';

/** Programs that sync or back up keep each other off by a lock on the phone; it is tried and given back at once. */
export const syncLock: Check = {
  id: 'sync-lock',
  title: 'whether another program is syncing',
  requirements: ['A1', 'B1'],
  async look({ phone }, signal) {
    if (!phone) return undefined;
    try {
      await trySyncLock(phone, signal);
      return fine('No other program is syncing with the phone.');
    } catch (thrown) {
      if (!isPhoneError(thrown, 'phone.file-locked')) throw thrown;
      return {
        standing: 'person',
        sentence: 'Another program is syncing with the phone or backing it up.',
        next: 'Let it finish, or close it: Finder, iTunes, Apple Devices, or another backup program.',
        evidence: [{ kind: 'sync-lock.held', source: 'phone', facts: { seconds: 0 } }],
      };
    }
  },
};
