import { type Cause, failedWith, given, NOTHING_CHANGED } from '../cause.ts';

/** The phone still shows its setup assistant or is not activated. */
export const setupUnfinished: Cause = {
  id: 'setup-unfinished',
  requirements: ['C1'],
  prior: 6,
  signs: [failedWith(2000, 'backup.setup-unfinished'), given('phone.setup-unfinished', 300)],
  tell: (seen) => ({
    sentence:
      seen.last('phone.setup-unfinished')?.activated === false
        ? 'The iPhone is not activated yet and makes no backups.'
        : 'The iPhone has not finished its set-up and makes no backups until it has.',
    safe: NOTHING_CHANGED,
    next: 'Finish the set-up on the phone; Thaw carries on.',
  }),
};
