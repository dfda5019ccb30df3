import { type Cause, failedWith, given, KEPT } from '../cause.ts';

/** The phone ended the backup with an error that has no story of its own. */
export const refusedByPhone: Cause = {
  id: 'refused-by-phone',
  requirements: ['A3'],
  prior: 15,
  signs: [
    failedWith(100, 'backup.refused'),
    given('log.backup-failed', 3),
    given('phone.lock', 1 / 2, ({ locked }) => locked),
  ],
  tell: (seen) => {
    const number =
      seen.last('attempt.failed', ({ errorCode }) => errorCode !== undefined)?.errorCode ??
      seen.last('log.backup-failed')?.code;
    return {
      sentence: `The iPhone ended the backup with an error of its own${number === undefined ? '' : ` (number ${number})`}.`,
      safe: KEPT,
      next: 'Thaw tries again; if it happens again, a restart of the iPhone is the next step.',
    };
  },
};
