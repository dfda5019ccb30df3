import type { Scenario } from './scenario.ts';

/** What the phone knows about its backups (lockdown domain com.apple.mobile.backup). */
export interface BackupSettings {
  willEncrypt: boolean;
  /** Lives in the phone's keychain; never on the wire but in ChangePassword. */
  password: string | undefined;
  requiresEncryption: boolean;
  cloudBackupEnabled: boolean;
  lastiTunesBackupDate: Date | undefined;
  lastCloudBackupDate: Date | undefined;
  icloudRestoreRunning: boolean;
  /** Ends as soon as iCloud Backup is switched off. */
  icloudBackupRunning: boolean;
}

const DAY_MS = 86_400_000;

/** `now`: as the phone has it. */
export function backupSettingsOf({ phone, icloud }: Scenario, now: Date): BackupSettings {
  const days = icloud?.lastBackupDaysAgo;
  return {
    willEncrypt: phone.encrypt,
    password: phone.encrypt ? phone.backupPassword : undefined,
    requiresEncryption: phone.requiresEncryption,
    cloudBackupEnabled: phone.icloudBackup,
    lastiTunesBackupDate: undefined,
    lastCloudBackupDate: days === undefined ? undefined : new Date(now.getTime() - days * DAY_MS),
    icloudRestoreRunning: false,
    icloudBackupRunning: false,
  };
}
