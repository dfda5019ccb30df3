import { type Cause, failedWith, given } from '../cause.ts';

/** Recovery mode was left and it is there again: its iOS does not start any more. */
export const recoveryLoop: Cause = {
  id: 'recovery-loop',
  requirements: ['C1', 'C13'],
  prior: 3,
  signs: [
    failedWith(2400, 'phone.recovery'),
    given('phone.mode', 100_000, ({ mode, again }) => mode === 'recovery' && again === true),
    // A first time in recovery mode is mostly just that.
    given('phone.mode', 2_000, ({ mode }) => mode === 'recovery'),
  ],
  tell: (seen) => ({
    sentence: seen.has('phone.mode', ({ again }) => again === true)
      ? 'The iPhone leaves recovery mode and ends up there again: its iOS does not start any more.'
      : 'The iPhone is in recovery mode, perhaps not for the first time.',
    safe: 'What is on it is still there. So is your earlier backup.',
    next: 'Install iOS anew, which keeps what is on it: thaw fix reinstall. Do not choose Restore anywhere: that erases it.',
  }),
};
