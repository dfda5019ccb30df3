import { type Cause, failedWith, given, KEPT } from '../cause.ts';

/** Since it was switched on the phone was never unlocked: hardly anything in it can be read. */
export const firstUnlockNeeded: Cause = {
  id: 'first-unlock-needed',
  requirements: ['A10', 'C11'],
  // What follows every restart in the night.
  prior: 12,
  signs: [
    failedWith(1600, 'phone.before-first-unlock'),
    given('phone.before-first-unlock', 200),
    given('prompt.waits', 3, ({ what }) => what === 'unlock'),
    given('phone.restarted', 3),
    given('phone.lock', 1 / 30, ({ locked }) => !locked),
  ],
  tell: () => ({
    sentence: 'The iPhone was switched on or restarted and has not been unlocked since.',
    safe: KEPT,
    next: 'Unlock it once with its passcode; Thaw carries on by itself.',
  }),
};
