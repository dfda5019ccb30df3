import { timeInWords } from '../../kit/amounts.ts';
import { type Cause, failedWith, given, NOTHING_CHANGED } from '../cause.ts';

/** Another program syncs with the phone and holds the lock that only one may have. */
export const syncLockHeld: Cause = {
  id: 'sync-lock-held',
  requirements: ['A1', 'A15'],
  // Finder, iTunes or Apple Devices, started by the phone being plugged in.
  prior: 20,
  signs: [
    failedWith(150, 'backup.sync-locked'),
    given('sync-lock.held', 60),
    given('computer.other-backup', 80, ({ lock }) => lock),
    given('computer.program', 12, ({ does }) => does === 'syncs'),
    // The holder no longer lives.
    given('run.left-behind', 1 / 30, ({ what }) => what === 'sync-lock'),
  ],
  tell: (seen) => {
    const other = seen.last('computer.other-backup', ({ lock }) => lock)?.program;
    const name = other ?? seen.last('computer.program', ({ does }) => does === 'syncs')?.name;
    const held = seen.last('sync-lock.held');
    return {
      sentence: `${name ?? 'Another program'} is syncing with the iPhone and does not let go${
        held === undefined ? '' : `, for ${timeInWords(held.seconds)} now`
      }.`,
      safe: NOTHING_CHANGED,
      next: `Let it finish, or close ${name ?? 'Finder, iTunes or whatever else uses the phone'}; Thaw goes on as soon as the phone is free.`,
    };
  },
};
