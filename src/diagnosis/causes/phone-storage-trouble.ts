import { type Cause, EARLIER_SAFE, failedWith, given } from '../cause.ts';

/** The phone cannot read or write its own storage. */
export const phoneStorageTrouble: Cause = {
  id: 'phone-storage-trouble',
  requirements: ['A3', 'C3'],
  // Seldom; the numbers exist in every iOS.
  prior: 6,
  signs: [
    failedWith(1200, 'backup.phone-storage', 'phone.storage'),
    given('log.backup-failed', 150, ({ code }) => code === 101 || code === 102),
    // A phone without room shows the same numbers.
    given('phone.space', 1 / 20, ({ availableBytes }) => availableBytes < 200e6),
    given('phone.space', 1 / 6, ({ availableBytes }) => availableBytes < 1e9),
  ],
  tell: () => ({
    sentence: 'The iPhone could not read or write its own storage.',
    safe: EARLIER_SAFE,
    next: 'Restart the iPhone and unlock it; Thaw carries on. If it happens again, have the phone looked at after this backup.',
  }),
};
