import { type Cause, EARLIER_SAFE, failedWith, given } from '../cause.ts';

/** A computer restores or updates the phone: a small system runs on it that knows nothing else. */
export const restoreUnderWay: Cause = {
  id: 'restore-under-way',
  requirements: ['C1'],
  prior: 4,
  signs: [
    failedWith(3000, 'phone.restoring'),
    given('phone.mode', 100_000, ({ mode }) => mode === 'restore'),
    given('phone.answers', 1 / 4),
  ],
  tell: () => ({
    sentence: 'The iPhone is being restored or updated by a computer right now.',
    safe: EARLIER_SAFE,
    next: 'Do not unplug it and press nothing: broken off, it must be restored anew. It takes mostly 10 to 30 minutes; Thaw waits.',
  }),
};
