import { type Cause, EARLIER_SAFE, failedWith, given } from '../cause.ts';

/** The phone said it was done, and the proof says it is not. */
export const backupNotWhole: Cause = {
  id: 'backup-not-whole',
  requirements: ['C4', 'A1'],
  // Other programs report success here.
  prior: 12,
  signs: [
    failedWith(800, 'backup.not-proved', 'backup.not-finished', 'vault.no-status', 'vault.write-failed'),
    given('watch.percent-odd', 3, ({ pattern }) => pattern === 'no-end'),
    given('destination.write-failed', 2),
  ],
  tell: () => ({
    sentence: 'The iPhone said it was done, but the new backup is not whole.',
    safe: `${EARLIER_SAFE} The new one was not put in its place.`,
    next: 'Thaw asks for what is missing. What was received well is not sent again.',
  }),
};
