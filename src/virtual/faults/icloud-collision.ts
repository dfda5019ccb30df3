import { z } from 'zod';
import { defineFault, whenOver } from '../fault.ts';

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
    whenOver(strike, () => {
      backup[key] = false;
    });
  },
);
