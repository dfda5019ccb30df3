import { type Cause, given, NOTHING_CHANGED } from '../cause.ts';

/** iCloud Backup is switched off, so that none is made. */
export const icloudOff: Cause = {
  id: 'icloud-off',
  requirements: ['B12'],
  prior: 4,
  signs: [given('cloud.off', 3000)],
  tell: (seen) => {
    const days = seen.last('cloud.off')?.lastBackupDaysAgo;
    return {
      sentence: `iCloud Backup is switched off on this iPhone${
        days === undefined ? ', and none was ever finished' : `; the last one is ${days} days old`
      }.`,
      safe: NOTHING_CHANGED,
      next: 'Make a backup on this computer, or switch it on: Settings › your name › iCloud › iCloud Backup.',
    };
  },
};
