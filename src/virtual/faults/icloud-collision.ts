import { z } from 'zod';
import { defineFault, type Strike, whenOver } from '../fault.ts';

/** An iCloud backup logs as it goes. */
const LOGS_EVERY_SECONDS = 3;

/**
 * iCloud is at work on the phone, which makes no local backup meanwhile: a restore (25) is to be waited for; a backup
 * (14) ends when iCloud Backup is switched off.
 */
export const icloudCollision = defineFault(
  'icloud-collision',
  { falls: 'phone' },
  { with: z.enum(['restore', 'backup']).default('restore') },
  (strike) => {
    const { backup } = strike.phone;
    const key = strike.parameters.with === 'restore' ? 'icloudRestoreRunning' : 'icloudBackupRunning';
    backup[key] = true;
    if (key === 'icloudBackupRunning') logAtWork(strike);
    whenOver(strike, () => {
      backup[key] = false;
    });
  },
);

function logAtWork({ phone, over }: Strike<unknown>): void {
  if (over.aborted) return;
  if (phone.backup.cloudBackupEnabled)
    phone.log(
      'backupd',
      'Notice',
      '=sync= Finished file list synchronization in 0.41s - consolidated:12 fetched:0 deleted:0',
    );
  phone.later(LOGS_EVERY_SECONDS, () => logAtWork({ phone, over, parameters: undefined, signal: over }));
}
