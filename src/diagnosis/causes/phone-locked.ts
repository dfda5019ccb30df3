import { type Cause, failedWith, given, KEPT } from '../cause.ts';

/** The phone is locked at a moment when the backup needs what the lock protects. */
export const phoneLocked: Cause = {
  id: 'phone-locked',
  requirements: ['A10', 'C8'],
  // Eight of 157 cases are locks of either kind; the prompt of iOS 16.1 is the other.
  prior: 25,
  signs: [
    failedWith(300, 'phone.locked'),
    given('prompt.waits', 200, ({ what }) => what === 'unlock'),
    // "device locked?" in the daemon's own words.
    given('log.locked', 40),
    given('log.backup-failed', 30, ({ code }) => code === 208),
    // The same number, where the phone never asked for the passcode (before iOS 16.1).
    failedWith(60, 'backup.locked'),
    // Phones lock during most good backups: by itself it says little.
    given('phone.lock', 3, ({ locked }) => locked),
    given('phone.lock', 1 / 20),
    given('prompt.waits', 1 / 10),
    given('phone.before-first-unlock', 1 / 20),
  ],
  tell: (seen) => ({
    sentence: seen.has('log.locked')
      ? 'The iPhone is locked, and cannot open its protected files.'
      : 'The iPhone is locked.',
    safe: KEPT,
    next: 'Unlock it with its passcode. Once files are on their way it may lock again.',
  }),
};
