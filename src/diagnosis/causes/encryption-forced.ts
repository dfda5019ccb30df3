import { type Cause, failedWith, given, NOTHING_CHANGED } from '../cause.ts';

/** A profile on the phone demands encrypted backups. */
export const encryptionForced: Cause = {
  id: 'encryption-forced',
  requirements: ['A13'],
  prior: 8,
  signs: [
    failedWith(3200, 'backup.encryption-enforced'),
    // Demanded and not switched on: the phone refuses whatever password is given (207).
    given('encryption.state', 2000, ({ on, forced }) => forced && !on),
    failedWith(20, 'backup.wrong-password'),
    given('log.backup-failed', 10, ({ code }) => code === 207),
    given('encryption.state', 300, ({ forced }) => forced),
    given('log.backup-failed', 150, ({ code }) => code === 22),
    given('phone.supervised', 2),
  ],
  tell: () => ({
    sentence: 'A profile on the iPhone demands that backups are encrypted; it was not set by you by mistake.',
    safe: NOTHING_CHANGED,
    next: 'Set a backup password with “thaw password set”, or ask whoever manages the phone.',
  }),
};
