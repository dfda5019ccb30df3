import { tellingFault } from './error-reasons.ts';
import type { CloudNews, Trouble } from './log-line.ts';
import { stageNamed } from './stages.ts';

/** A line of the log that says something about an iCloud backup. `looksLike` begins with its fixed words. */
export interface LineRule {
  /** The process that writes it. */
  readonly by: string;
  readonly looksLike: RegExp;
  /** Undefined for a line that on a closer look says nothing. */
  readonly says: (match: RegExpExecArray, text: string) => CloudNews | undefined;
}

const by = 'backupd';
/** Their lines are signs of life; none of them says more. */
export const bySelf = ['cloudd', 'nsurlsessiond'] as const;
const HELPERS = new Set<string>([by, ...bySelf]);

/**
 * What backupd and those it leans on print. Lines with a tag between equal signs are of iOS 17 and later; their wordings
 * are the format strings of its published binaries (iOS 18 to 26). The others are out of public reports, each named.
 */
export const lineRules: readonly LineRule[] = [
  {
    by,
    looksLike: /^=cloud-backup= Backup finished successfully/,
    says: () => ({ kind: 'finished' }),
  },
  // The daemon's own verdict. A report of iOS 9 (a radar of 2015) has the same words with a level in front.
  {
    by,
    looksLike: /^(?:=cloud-backup= |ERROR: (?:=+ )?)Backup failed: /,
    says: (_, text) => trouble(text, true),
  },
  {
    by,
    looksLike: /^=cloud-backup= Finished setting up backup for .* isResumed:(\d)/,
    says: ([, resumed]) => ({ kind: 'at-work', begins: true, resumed: resumed === '1' }),
  },
  {
    by,
    looksLike: /^=cloud-backup= ([A-Za-z]+) done in [\d.]+s/,
    says: ([, name = '']) => {
      const stage = stageNamed(name);
      return stage && { kind: 'stage-done', stage: stage.name };
    },
  },
  {
    by,
    looksLike: /^=cloud-backup= Queued (\d+) files \((\d+)\)/,
    says: ([, files, bytes]) => ({ kind: 'uploading', files: Number(files), bytes: Number(bytes) }),
  },
  { by, looksLike: /^=cloud-backup= Uploading files for \d+ domains/, says: () => ({ kind: 'uploading' }) },
  // 209 is the number that such a file gets. The first wording is of an iPad with iOS 9 (a radar of 2015).
  {
    by,
    looksLike: /files are missing encryption keys|OTA keybags (?:do )?not match|Missing encryption key for /,
    says: (match) => ({
      kind: 'trouble',
      facts: { reason: 'missing-keys', domain: '', code: 0, final: match[0].startsWith('files') },
    }),
  },
  // Reports of a file that is listed and not there (iPad, iOS 14), and of a helper that ended (iOS 9).
  {
    by,
    looksLike:
      /^(?:Failed to upload |Operation \S+ failed: |INFO: Not retrying after soft error: |=[a-z -]+= (?:=[a-z -]+= )?Failed to )/,
    says: (_, text) => trouble(text, false),
  },
  {
    by,
    looksLike:
      /^=scheduler= \[(On|Off) condition(?: after [\d.]+s)?\] state changed, enabled:(\d), locked:(\d), onPower:(\d), onWiFi:(\d)/,
    says: ([text = '', , enabled, locked, power, wifi]) => ({
      kind: 'conditions',
      facts: {
        enabled: enabled === '1',
        locked: locked === '1',
        power: power === '1',
        wifi: wifi === '1',
        stopped: text.includes('Off condition after'),
      },
    }),
  },
  {
    by,
    looksLike: /^=scheduler= The device lost (power|WiFi) but .* will wait (\d+)s/,
    says: ([, what, seconds]) => ({
      kind: 'loses',
      what: what === 'power' ? 'power' : 'wifi',
      seconds: Number(seconds),
    }),
  },
  { by, looksLike: /^=scheduler= Starting automatic backup/, says: () => atWork },
  // The same texts stood under `=scheduler=` before iOS 27.
  {
    by,
    looksLike: /^=(?:backoff|scheduler)= (QuotaExceeded |MissingEncryptionKey )?failureCount:(\d+)/,
    says: ([, what, failures]) => ({
      kind: 'put-off',
      facts: {
        because: what === undefined ? 'failures' : what.startsWith('Quota') ? 'full' : 'keys',
        failures: Number(failures),
      },
    }),
  },
  {
    by,
    looksLike: /^=(?:backoff|scheduler)= Updating \S+ based on server response/,
    says: () => ({ kind: 'put-off', facts: { because: 'server', failures: 1 } }),
  },
  { by, looksLike: /^=daemon= (?:Idled|SIGTERM)/, says: () => ({ kind: 'idle' }) },
  {
    by,
    looksLike: /^=(?:sync|sizing|encryption key|transcribing)=|^(?:=scanning= )?Finished scanning domain/,
    says: () => atWork,
  },
  // The kernel's own words (XNU, kern_memorystatus.c), and the crash reporter's.
  {
    by: 'kernel',
    looksLike: /memorystatus: killing(?:_\w+)? .*?\[(\w+)\] \(/,
    says: ([, process = '']) => helperEnded(process, 'memory-kill'),
  },
  {
    by: 'ReportCrash',
    looksLike: /Formulating (?:crash|fatal \d+) report for (?:process|corpse) (\w+)/,
    says: ([, process = '']) => helperEnded(process, 'crash'),
  },
  // CFNetwork's words in whatever process loads something; many public logs have them.
  ...[by, ...bySelf].map((process) => ({
    by: process,
    looksLike: /^Task <[^>]*>\.<\d+> finished with error \[-?\d+\] Error Domain=NSURLErrorDomain /,
    says: (_: RegExpExecArray, text: string) => trouble(text, false),
  })),
  // CloudKit's own daemon prints what it was refused.
  { by: 'cloudd', looksLike: /<CKError(?: 0x[0-9a-f]+)?: "/, says: (_, text) => trouble(text, false) },
];

const atWork: CloudNews = { kind: 'at-work', begins: false, resumed: false };

/** The errors of a line; a verdict counts also when its numbers are unknown. */
function trouble(text: string, final: boolean): CloudNews | undefined {
  const fault = tellingFault(text);
  if (!fault) return final ? failed({ reason: 'unknown', domain: '', code: 0, final }) : undefined;
  const app = /\bAppDomain(?:Group|Plugin)?-([\w.-]+)/.exec(text)?.[1];
  return failed({ ...fault, final, ...(app !== undefined && { app }) });
}

function failed(facts: Trouble): CloudNews {
  return { kind: 'trouble', facts };
}

function helperEnded(process: string, what: 'crash' | 'memory-kill'): CloudNews | undefined {
  return HELPERS.has(process) ? { kind: 'helper-ended', facts: { process, what } } : undefined;
}
