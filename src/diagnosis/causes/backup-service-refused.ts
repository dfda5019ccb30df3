import { type Cause, failedWith, given, KEPT } from '../cause.ts';

/** lockdownd does not start the backup service: not activated, an odd state, or too many connections. */
export const backupServiceRefused: Cause = {
  id: 'backup-service-refused',
  requirements: ['A1', 'A3'],
  // “Could not start service com.apple.mobilebackup2” has several causes behind it; this is what is left of them.
  prior: 15,
  signs: [
    failedWith(
      150,
      'phone.service-refused',
      'phone.refused',
      'phone.services-exhausted',
      'phone.value-prohibited',
    ),
    failedWith(8, 'phone.session-lost'),
    given('phone.setup-unfinished', 1 / 20),
    given('phone.supervised', 1 / 3),
  ],
  tell: (seen) => ({
    sentence: seen.has('attempt.failed', ({ code }) => code === 'phone.services-exhausted')
      ? 'The iPhone has too many connections open and starts no backup.'
      : 'The iPhone does not start its backup service.',
    safe: KEPT,
    next: 'Thaw tries again with a new connection. If the phone still refuses, unlock it, and restart it.',
  }),
};
