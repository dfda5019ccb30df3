import { type Cause, failedWith, given, NOTHING_CHANGED } from '../cause.ts';

/** The backup password given is not the one the backup was made with. */
export const forgottenPassword: Cause = {
  id: 'forgotten-password',
  requirements: ['A13'],
  // Eleven of 157 cases; nobody tells people before they need it.
  prior: 40,
  signs: [
    given('password.refused', 200),
    failedWith(60, 'backup.wrong-password'),
    failedWith(20, 'password.missing'),
    given('log.backup-failed', 60, ({ code }) => code === 207),
    given('manifest.damaged', 1 / 20),
    // Where nothing is encrypted no password can be wrong.
    given('encryption.state', 1 / 10, ({ on }) => !on),
    given('encryption.changed', 1 / 4),
  ],
  tell: () => ({
    sentence:
      'The backup password is not right; the backup itself is sound. It is neither the passcode nor the Apple Account password.',
    safe: NOTHING_CHANGED,
    next: 'Try the password that was set when backups of this phone were first encrypted, perhaps on another computer. If it is lost: on the phone, Settings › General › Transfer or Reset › Reset › Reset All Settings, then make a new backup.',
  }),
};
