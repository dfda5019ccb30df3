import { type Cause, failedWith, given } from '../cause.ts';

/** The phone shows a cable and a computer: it waits to be restored and makes no backups. */
export const recoveryMode: Cause = {
  id: 'recovery-mode',
  requirements: ['C1', 'C13'],
  prior: 6,
  signs: [
    failedWith(2400, 'phone.recovery'),
    given('phone.mode', 1_000, ({ mode, again }) => mode === 'recovery' && again === true),
    // It is seen on the bus: no guess, whatever a lost link may mean elsewhere.
    given('phone.mode', 100_000, ({ mode }) => mode === 'recovery'),
  ],
  tell: () => ({
    sentence: 'The iPhone is in recovery mode: its screen shows a cable and a computer.',
    safe: 'Recovery mode by itself deletes nothing on it.',
    next: 'Thaw can tell it to leave (thaw fix leave-recovery); it usually comes back as it was. Do not choose Restore: that erases it.',
  }),
};
