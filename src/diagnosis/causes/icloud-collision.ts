import { type Cause, EARLIER_SAFE, failedWith, given } from '../cause.ts';

/** The phone is busy with iCloud: it backs up there, or restores from there. */
export const icloudCollision: Cause = {
  id: 'icloud-collision',
  requirements: ['A15'],
  prior: 12,
  signs: [
    failedWith(2000, 'backup.icloud-restore'),
    given('log.backup-failed', 250, ({ code }) => code === 25),
    // Busy (14) may be an iCloud backup as well as the rest of an earlier run; the log tells them apart.
    failedWith(60, 'backup.phone-busy'),
    given('log.backup-failed', 40, ({ code }) => code === 14),
    // 14 is “busy”: the other backup is at work, or what a cut run left.
    given('attempt.failed', 150, ({ errorCode }) => errorCode === 14),
    given('log.backup-failed', 60, ({ code }) => code === 14),
    given('log.icloud-backup', 40),
    // On by itself it is the rule and harms nothing.
    given('icloud.state', 1.5, ({ backupOn }) => backupOn),
    given('icloud.state', 1 / 20),
  ],
  tell: (seen) => {
    const restoring =
      seen.has('attempt.failed', ({ code }) => code === 'backup.icloud-restore') ||
      seen.has('log.backup-failed', ({ code }) => code === 25);
    return {
      sentence: restoring
        ? 'The iPhone is still restoring from iCloud, and makes no backup meanwhile.'
        : 'The iPhone is making its iCloud backup at the same time, and the two get in each other’s way.',
      safe: EARLIER_SAFE,
      next: restoring
        ? 'Leave it on Wi-Fi and power until it has finished; Thaw goes on then.'
        : 'Thaw switches iCloud Backup off for this run and on again afterwards.',
    };
  },
};
