import { openPhoneLog } from '../../phone/services/syslog.ts';
import type { SyslogLine } from '../../wire/syslog.ts';
import { type LogRule, logRules } from './log-rules.ts';
import type { Found, PhoneSense } from './sense.ts';

const rulesBy: ReadonlyMap<string, readonly LogRule[]> = Map.groupBy(logRules, ({ by }) => by);
const processes: ReadonlySet<string> = new Set(rulesBy.keys());
/** Whose lines show that a backup is being made, whatever they say. */
const WORKERS: ReadonlySet<string> = new Set(['BackupAgent2']);

/** Follows the phone's log: every line of the backup daemon is a sign of life, some are evidence. */
export const phoneLogSense: PhoneSense = async (phone, { sign, tell }, signal) => {
  await using log = await openPhoneLog(phone, signal);
  // From here on its silence counts.
  sign({ kind: 'log', of: 'syslog_relay' });
  let domains = 0;
  for await (const lines of log.lines(processes, signal)) {
    const worker = lines.find(({ process }) => WORKERS.has(process))?.process;
    if (worker !== undefined) sign({ kind: 'log', of: worker });
    for (const line of lines) {
      const read = readLine(line);
      if (!read) continue;
      if (read.found.kind !== 'log.scanning') tell(read.found, read.everySeconds);
      else {
        domains += read.found.facts.domains;
        tell({ ...read.found, facts: { domains } }, read.everySeconds);
      }
    }
  }
};

/** What a line says; undefined for most. */
export function readLine(
  line: SyslogLine,
): { readonly found: Found; readonly everySeconds: number } | undefined {
  for (const { looksLike, says, everySeconds = 0 } of rulesBy.get(line.process) ?? []) {
    const match = looksLike.exec(line.text);
    const found = match && says(match, line);
    if (found) return { found, everySeconds };
  }
  return undefined;
}
