import { isPhoneError } from '../phone/errors.ts';
import { BACKUP_DOMAIN, backupSettingsOf } from '../phone/values.ts';
import { withPhone } from './reach-phone.ts';
import type { Remedy } from './remedy.ts';
import { changeForNow } from './settings.ts';

/** iCloud Backup is switched off for the run, and on again whatever happens. */
export const icloudBackupOff: Remedy = {
  id: 'icloud-backup-off',
  requirements: ['A15'],
  risk: 'changes-settings',
  reach: 'auto',
  cures: { 'icloud-collision': 0.8 },
  cost: { seconds: 20, trouble: 0 },
  tries: 1,
  sentence: () =>
    'Switching iCloud Backup off for the time of this backup; it is switched on again afterwards.',
  may: ({ udid }) => udid !== undefined,
  apply: (situation, signal) =>
    withPhone(
      situation,
      async (phone, limited) => {
        const { cloudBackupEnabled } = backupSettingsOf(await phone.domain(BACKUP_DOMAIN, limited));
        if (!cloudBackupEnabled) return 'failed';
        try {
          await changeForNow(phone, situation.changes, { setting: 'icloud-backup', before: true }, limited);
          return 'done';
        } catch (thrown) {
          if (isPhoneError(thrown, 'phone.value-prohibited')) return 'failed';
          throw thrown;
        }
      },
      signal,
    ),
};
