import type { EvidenceFacts } from '../kit/evidence.ts';
import type { SyslogLine } from '../wire/syslog.ts';
import { bySelf, type LineRule, lineRules } from './line-rules.ts';
import type { StageName } from './stages.ts';

/** What a line of the phone's log says about its iCloud backup. */
export type CloudNews =
  /** One is under way; `resumed`: it goes on where an earlier one ended. */
  | { readonly kind: 'at-work'; readonly begins: boolean; readonly resumed: boolean }
  /** A step is over; it may have ended with an error, which has a line of its own. */
  | { readonly kind: 'stage-done'; readonly stage: StageName }
  /** What is being sent, as far as it is told. */
  | { readonly kind: 'uploading'; readonly files?: number; readonly bytes?: number }
  | { readonly kind: 'trouble'; readonly facts: Trouble }
  | { readonly kind: 'conditions'; readonly facts: Omit<EvidenceFacts['cloud.conditions'], 'line'> }
  /** It lost power or Wi-Fi and gives it so many seconds to come back. */
  | { readonly kind: 'loses'; readonly what: 'power' | 'wifi'; readonly seconds: number }
  | { readonly kind: 'put-off'; readonly facts: Omit<EvidenceFacts['cloud.put-off'], 'line'> }
  | { readonly kind: 'helper-ended'; readonly facts: EvidenceFacts['cloud.helper-ended'] }
  | { readonly kind: 'finished' }
  /** The daemon has nothing more to do. */
  | { readonly kind: 'idle' };

export type Trouble = Omit<EvidenceFacts['cloud.failed'], 'line' | 'daysAgo'>;

/** Those whose lines are worth reading. */
export const cloudProcesses: ReadonlySet<string> = new Set([...lineRules.map(({ by }) => by), ...bySelf]);

const rulesBy: ReadonlyMap<string, readonly LineRule[]> = Map.groupBy(lineRules, ({ by }) => by);

/** What a line says; undefined for most, which show only that the process is at work. */
export function readCloudLine(line: SyslogLine): CloudNews | undefined {
  for (const { looksLike, says } of rulesBy.get(line.process) ?? []) {
    const match = looksLike.exec(line.text);
    const news = match && says(match, line.text);
    if (news) return news;
  }
  return undefined;
}

/** True for a line that shows an iCloud backup at work, whatever it says: housekeeping and the scheduler do not. */
export function showsWork({ process, text }: SyslogLine): boolean {
  return (
    process === 'backupd' &&
    /^(?:=(?:cloud-backup|sync|encryption key|transcribing|sizing|scanning)=|Finished scanning)/.test(text)
  );
}
