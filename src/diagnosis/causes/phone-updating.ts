import { type Cause, failedWith, given, KEPT } from '../cause.ts';

/** The phone prepares or installs an update of iOS: it has no time for a backup. */
export const phoneUpdating: Cause = {
  id: 'phone-updating',
  requirements: ['C1'],
  prior: 8,
  signs: [
    // Its updater runs at no other time.
    given('phone.updating', 3_000),
    // Once it is installed nothing listens on the phone, and the log is silent.
    given('phone.starting', 100),
    failedWith(20, 'phone.not-listening'),
    given('phone.restarted', 2),
  ],
  tell: () => ({
    sentence: 'The iPhone prepares or installs an update of iOS right now.',
    safe: KEPT,
    next: 'Leave it connected and press nothing; it may take an hour. Thaw goes on by itself when it is back.',
  }),
};
