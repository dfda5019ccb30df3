import { encodeBinary } from '../../wire/plist/binary-encode.ts';
import { PLIST_EPOCH_SECONDS, Real } from '../../wire/plist/value.ts';
import type { PhoneContent } from '../content/phone-content.ts';
import type { VirtualPhone } from '../phone.ts';

const DAY_MS = 86_400_000;
const FOLDER = 'Library/Preferences';

/**
 * Puts the two property lists in place in which a phone keeps the state of its iCloud backup, and which its local backups
 * hold. Keys and types after public forensic tools; the fields of a line of LastOnConditionEvents as the daemon's published
 * format string has them.
 */
export function putCloudPreferences(phone: VirtualPhone, content: PhoneContent): void {
  const { icloud } = phone.scenario;
  if (!icloud) return;
  const now = phone.now().getTime();
  const at = (daysAgo: number): Date => new Date(now - daysAgo * DAY_MS);
  const errors = icloud.history.map(({ domain, code, daysAgo }) => ({
    date: at(daysAgo).toISOString().slice(0, 23),
    domain,
    code,
    localizedDescription: 'The last backup could not be completed.',
  }));
  const events = icloud.history.map(
    ({ domain, code, daysAgo }) =>
      `${at(daysAgo).toISOString().replace('Z', '+00:00')}|18966.533|1|1|1|1|1|0|120|0|15023|${icloud.history.length}|${domain}|${code}|2|0|0|0|0`,
  );
  const settings = {
    CloudBackupEnabled: phone.backup.cloudBackupEnabled,
    LastCloudBackupDate: phone.backup.lastCloudBackupDate && seconds(phone.backup.lastCloudBackupDate),
    LastCloudBackupTZ: phone.backup.lastCloudBackupDate && 'GMT',
    RequiresEncryption: phone.backup.requiresEncryption ? 1 : 0,
    WillEncrypt: phone.backup.willEncrypt,
    Version: '3.3',
  };
  const state = {
    AccountEnabledDate: at(400),
    BackupStateInfo: {
      state: errors.length > 0 ? 4 : 0,
      progress: new Real(errors.length > 0 ? 0.25 : 0),
      isCloud: true,
      isBackground: true,
      date: at(icloud.history[0]?.daysAgo ?? 1),
      backupAttemptCount: icloud.history.length,
      errors,
    },
    LastOnConditionEvents: events,
    PreflightSizing: {
      _TotalSize: icloud.bytes,
      CameraRollDomain: Math.round(icloud.bytes * 0.7),
      'AppDomain-com.example.draw': Math.round(icloud.bytes * 0.2),
    },
    ...(phone.backup.icloudRestoreRunning && { RestoreStateInfo: { state: 1 } }),
  };
  content.change({
    add: [
      {
        domain: 'HomeDomain',
        relativePath: `${FOLDER}/com.apple.mobile.ldbackup.plist`,
        bytes: encodeBinary(settings),
      },
      {
        domain: 'HomeDomain',
        relativePath: `${FOLDER}/com.apple.MobileBackup.plist`,
        bytes: encodeBinary(state),
      },
    ],
  });
}

function seconds(date: Date): number {
  return Math.round(date.getTime() / 1000 - PLIST_EPOCH_SECONDS);
}
