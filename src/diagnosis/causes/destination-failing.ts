import { type Cause, EARLIER_SAFE, failedWith, given } from '../cause.ts';

/** The disk itself reports errors. */
export const destinationFailing: Cause = {
  id: 'destination-failing',
  requirements: ['A13', 'C4'],
  prior: 8,
  signs: [
    given('destination.write-failed', 400, ({ code }) => code === 'EIO'),
    given('attempt.failed', 400, ({ errno }) => errno === 'EIO'),
    given('destination.lost', 100, ({ code }) => code === 'EIO'),
    // Whatever else a disk may refuse a write with.
    failedWith(40, 'backup.write-failed', 'vault.write-failed'),
    given('destination.write-failed', 10),
    given('destination.slow', 3),
  ],
  tell: (seen) => {
    const code = seen.last('destination.write-failed')?.code ?? seen.last('destination.lost')?.code;
    return {
      sentence: `The disk the backup goes to does not take what is written${code === undefined ? '' : ` (${code})`}; it may be failing.`,
      safe: EARLIER_SAFE,
      next: 'Choose another disk with --to, and have this one checked.',
    };
  },
};
