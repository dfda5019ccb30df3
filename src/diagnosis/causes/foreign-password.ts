import { type Cause, EARLIER_SAFE, failedWith, given } from '../cause.ts';

/** Somebody or something else switched the encryption on, with a password nobody here knows. */
export const foreignPassword: Cause = {
  id: 'foreign-password',
  requirements: ['A13'],
  // Tools that aborted left their own password on the phone.
  prior: 10,
  signs: [
    given('encryption.changed', 200),
    // Encrypted from now on, though the earlier backup of this very phone was not.
    given('encryption.state', 40, ({ on, forced, earlier }) => on && !forced && earlier === false),
    given('encryption.state', 1 / 10, ({ forced }) => forced),
    failedWith(40, 'backup.wrong-password'),
    given('password.refused', 30),
    given('computer.other-backup', 2),
  ],
  tell: () => ({
    sentence:
      'Another program or computer switched encrypted backups on and set a password of its own since your last backup.',
    safe: EARLIER_SAFE,
    next: 'Use the password of that program, or clear it: on the phone, Settings › General › Transfer or Reset › Reset › Reset All Settings.',
  }),
};
