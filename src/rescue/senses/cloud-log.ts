import { cloudProcesses } from '../../cloud/log-line.ts';
import { openPhoneLog } from '../../phone/services/syslog.ts';
import { BACKUP_DOMAIN, type BackupSettings, backupSettingsOf } from '../../phone/values.ts';
import type { SyslogLine } from '../../wire/syslog.ts';
import type { PhoneSense } from './sense.ts';

/** How often the phone is asked for the date of its last iCloud backup. */
const ASK_EVERY_MS = 20_000;

/** What the daemons of iCloud backups print. */
export function cloudLogSense(onLine: (line: SyslogLine) => void): PhoneSense {
  return async (phone, { sign }, signal) => {
    await using log = await openPhoneLog(phone, signal);
    sign({ kind: 'log', of: 'syslog_relay' });
    for await (const lines of log.lines(cloudProcesses, signal)) for (const line of lines) onLine(line);
  };
}

/** What lockdownd says of the phone's backups, now and again. */
export function backupSettingsSense(onSettings: (settings: BackupSettings) => void): PhoneSense {
  return async (phone, { clock }, signal) => {
    while (!signal.aborted) {
      onSettings(backupSettingsOf(await phone.domain(BACKUP_DOMAIN, signal)));
      await clock.sleep(ASK_EVERY_MS, signal);
    }
  };
}
