import { timeInWords } from '../../kit/amounts.ts';
import { BACKUP_DOMAIN, backupSettingsOf } from '../../phone/values.ts';
import { type Check, fine } from './check.ts';

/** iCloud Backup and when it last worked; a phone that makes one at the same time may refuse this computer. */
export const icloud: Check = {
  id: 'icloud',
  title: 'iCloud Backup',
  requirements: ['A15'],
  async look({ phone, clock }, signal) {
    if (!phone) return undefined;
    const { cloudBackupEnabled, lastCloudBackup } = backupSettingsOf(
      await phone.domain(BACKUP_DOMAIN, signal),
    );
    const seconds = lastCloudBackup && (clock.now().getTime() - lastCloudBackup.getTime()) / 1000;
    const facts = {
      backupOn: cloudBackupEnabled,
      ...(seconds !== undefined && { lastBackupDaysAgo: Math.round(seconds / 86_400) }),
    };
    const evidence = { kind: 'icloud.state', source: 'lockdown', facts } as const;
    if (!cloudBackupEnabled)
      return fine('iCloud Backup is off, so nothing else makes a backup of this phone.', evidence);
    const last = seconds === undefined ? 'none was made yet' : `the last one is ${timeInWords(seconds)} old`;
    return fine(
      `iCloud Backup is on (${last}). It makes its backups at night and rarely meets this one.`,
      evidence,
    );
  },
};
