import { UPDATER } from '../../phone/services/update-activity.ts';
import type { SyslogLine } from '../../wire/syslog.ts';
import type { Found } from './sense.ts';

/**
 * A line of the phone's log that says something about a backup. `looksLike` has its fixed words first, so that the
 * thousands of lines that are not it cost little.
 */
export interface LogRule {
  /** The process that writes it. */
  readonly by: string;
  readonly looksLike: RegExp;
  /** What it is evidence of; undefined for a line that on a closer look is harmless. */
  readonly says: (match: RegExpExecArray, line: SyslogLine) => Found | undefined;
  /** Not told again for this long, whatever the figures. */
  readonly everySeconds?: number;
}

const agent = 'BackupAgent2';
const source = 'phone-log' as const;
const DAEMONS = new Set(['BackupAgent2', 'backupd']);

/**
 * Lines of the daemon that makes local backups, and what others write about it. Every wording here was printed in a
 * public report or stands in the system's public source; each says where. Private parts read `<private>`.
 */
export const logRules: readonly LogRule[] = [
  // Report of a scanning phone, iOS 13; from iOS 18 on with a tag in front (strings of the published binaries).
  {
    by: agent,
    looksLike: /Finished scanning domain \S+ - size:\d+, files:\d+/,
    says: () => ({ kind: 'log.scanning', source, facts: { domains: 1 } }),
    everySeconds: 60,
  },
  // Report of a full destination, idevicebackup2 waiting for ever, 2022.
  {
    by: agent,
    looksLike: /uploadSize:(\d+)(?:\(\d+\))?(?:, uploadFileCount:(\d+))?/,
    says: ([text, bytes, files], line) => {
      const free = /Free disk space on drive: ?(\d+)/.exec(line.text.slice(text.length))?.[1];
      const facts = {
        uploadBytes: Number(bytes),
        ...(files !== undefined && { files: Number(files) }),
        ...(free !== undefined && { freeBytes: Number(free) }),
      };
      return { kind: 'log.space', source, facts };
    },
  },
  // The same report.
  {
    by: agent,
    looksLike: /Need extra space on host: ?(\d+)/,
    says: ([, bytes]) => ({ kind: 'log.wants-space', source, facts: { missingBytes: Number(bytes) } }),
  },
  // Reports of damaged files, iOS 15.8 and 17. One path is known to fail on healthy phones.
  {
    by: agent,
    looksLike: /Failed to (?:fully )?upload (?!after)/,
    says: (_, { text }) =>
      HARMLESS.test(text)
        ? undefined
        : { kind: 'log.file-unreadable', source, facts: { domain: domainIn(text), code: mbErrorIn(text) } },
  },
  // Reports of broken links, iOS 13 and 2025.
  {
    by: agent,
    looksLike: /Socket(Recv|Send) \(data\): error/,
    says: ([, way]) => ({
      kind: 'log.link-broken',
      source,
      facts: { while: way === 'Recv' ? 'reading' : 'writing' },
    }),
  },
  {
    by: agent,
    looksLike: /Computer disconnected: Lost connection/,
    says: () => ({ kind: 'log.link-broken', source, facts: { while: 'unknown' } }),
  },
  // The same reports: the computer's answer was an error.
  {
    by: agent,
    looksLike: /Drive returned unexpected error code: (-?\d+)/,
    says: ([, code]) => ({ kind: 'log.computer-refused', source, facts: { code: Number(code) } }),
  },
  // Report of a locked phone, iOS 8; the second wording is what such a run ends with.
  {
    by: agent,
    looksLike: /\(device locked\?\)|Device locked \(MBErrorDomain[/:]208\)/,
    says: (_, { process }) => ({ kind: 'log.locked', source, facts: { process } }),
  },
  // A vendor's report of 2017: a file's name that the daemon of iOS 10.3.3 cannot bear.
  {
    by: agent,
    looksLike: /Terminating app due to uncaught exception '\w+'/,
    says: (_, { process, text }) => ({
      kind: 'log.crashed',
      source,
      facts: { process, onFileName: text.includes('No operation found for path') },
    }),
  },
  // An old console log, iOS 6; newer systems print the kind of report and speak of a corpse.
  {
    by: 'ReportCrash',
    looksLike: /Formulating (?:crash|fatal \d+) report for (?:process|corpse) (\w+)/,
    says: ([, process = '']) =>
      DAEMONS.has(process)
        ? { kind: 'log.crashed', source, facts: { process, onFileName: false } }
        : undefined,
  },
  // The kernel's own words (XNU, kern_memorystatus.c).
  {
    by: 'kernel',
    looksLike: /memorystatus: killing(?:_\w+)? .*?\[(\w+)\] \(([\w-]+)/,
    says: ([, process = '', reason = '']) =>
      DAEMONS.has(process) ? { kind: 'log.memory-kill', source, facts: { process, reason } } : undefined,
  },
  // Forensic notes on iOS 17.5: launchd tells how the daemon ended. Anything but 0 is a crash or a kill.
  {
    by: 'launchd',
    looksLike: /mobilebackup2.*exited due to (?:exit\((\d+)\)|(\S+)).*ran for (\d+)ms/,
    says: ([, status, , milliseconds]) => ({
      kind: 'log.daemon-exit',
      source,
      facts: { status: status === undefined ? -1 : Number(status), seconds: Number(milliseconds) / 1000 },
    }),
  },
  // Reports of ends, good and bad, iOS 13.
  {
    by: agent,
    looksLike: /Finished backup in ([\d.]+)s/,
    says: ([, seconds]) => ({ kind: 'log.backup-finished', source, facts: { seconds: Number(seconds) } }),
  },
  {
    by: agent,
    looksLike: /Failed to backup: /,
    says: (_, { text }) => ({ kind: 'log.backup-failed', source, facts: { code: mbErrorIn(text) } }),
  },
  // Strings of the published binaries of iOS 18 to 26: the daemon of iCloud backups, at work on one.
  {
    by: 'backupd',
    looksLike: /^=(cloud-backup|sync|encryption key|transcribing)=/,
    says: ([, tag = '']) => ({ kind: 'log.icloud-backup', source, facts: { tag } }),
    everySeconds: 60,
  },
  // Crash reports of phones and tablets that were being updated name the process; whatever it writes, it runs only then.
  {
    by: UPDATER,
    looksLike: /(?:)/,
    says: () => ({ kind: 'phone.updating', source, facts: { state: 'preparing' } }),
    everySeconds: 60,
  },
];

/** Known to fail on iOS 17 and to harm nothing. */
const HARMLESS = /FileProvider\/backup\/backup_manifest\.db/;

/** The backup domain a text names, where the phone does not hide it: never the path, which may be personal. */
function domainIn(text: string): string {
  return /\b(?:AppDomain(?:Group|Plugin)?-[\w.-]+|(?!MBErrorDomain)[A-Z]\w+Domain)\b/.exec(text)?.[0] ?? '';
}

/** The number of the first MBErrorDomain error in a text; 0 when there is none. */
function mbErrorIn(text: string): number {
  return Number(/MBErrorDomain[/:](\d+)/.exec(text)?.[1] ?? 0);
}
