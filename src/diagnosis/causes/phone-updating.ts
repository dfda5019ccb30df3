import { type Cause, failedWith, given, KEPT } from '../cause.ts';

/** The phone installs an update, or is being restored: it has no time for a backup. */
export const phoneUpdating: Cause = {
  id: 'phone-updating',
  requirements: ['C1'],
  prior: 8,
  signs: [
    given('phone.updating', 300),
    given('phone.mode', 60, ({ mode }) => mode === 'restore'),
    failedWith(1200, 'phone.restoring'),
    given('phone.restarted', 2),
  ],
  tell: () => ({
    sentence: 'The iPhone is installing an update or being restored right now.',
    safe: KEPT,
    next: 'Leave it connected and let it finish; unplugging it now can do harm. Thaw goes on when it is back.',
  }),
};
