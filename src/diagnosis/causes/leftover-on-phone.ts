import { type Cause, EARLIER_SAFE, failedWith, given } from '../cause.ts';

/** The phone still holds the file system snapshot of a run that was cut off. */
export const leftoverOnPhone: Cause = {
  id: 'leftover-on-phone',
  requirements: ['A3', 'A13'],
  // ErrorCode 3, "Failed to create snapshot: File exists"; a restart was the cure.
  prior: 12,
  signs: [
    failedWith(400, 'backup.phone-busy'),
    given('run.left-behind', 200, ({ what }) => what === 'phone-snapshot'),
    given('log.backup-failed', 100, ({ code }) => code === 3 || code === 14 || code === 17),
    // Busy with another backup, not with the rest of one.
    given('log.icloud-backup', 1 / 40),
  ],
  tell: () => ({
    sentence: 'The iPhone still holds on to an earlier backup run that was cut off, and begins no other.',
    safe: EARLIER_SAFE,
    next: 'A restart of the iPhone clears it. Unlock the phone afterwards; Thaw carries on by itself.',
  }),
};
