import { type Cause, EARLIER_SAFE, failedWith, given } from '../cause.ts';

/** The disk can be read but not written to. */
export const destinationReadOnly: Cause = {
  id: 'destination-read-only',
  requirements: ['A13'],
  // A disk that failed or was pulled before comes back read-only; a Mac reads NTFS only.
  prior: 10,
  signs: [
    failedWith(2000, 'destination.read-only'),
    given('attempt.failed', 400, ({ errno }) => errno === 'EROFS'),
    given('destination.write-failed', 400, ({ code }) => code === 'EROFS'),
    given('destination.refused', 300, ({ code }) => code === 'EROFS'),
  ],
  tell: () => ({
    sentence: 'The disk the backup goes to can only be read, not written to.',
    safe: EARLIER_SAFE,
    next: 'Check the disk for errors and connect it again, or choose another with --to.',
  }),
};
