import { basename } from 'node:path';
import type { BackupSummary, RunEvent } from '../../kit/run-event.ts';
import { sameUdid } from '../../phone/find.ts';
import { readRun } from './read-run.ts';
import { runFiles } from './run-files.ts';

/** A run of the past that ended in a good backup. */
export interface PastBackup {
  /** Up to its end. */
  readonly events: readonly RunEvent[];
  readonly at: Date;
  readonly backup: BackupSummary;
}

/**
 * The good backups among the last `most` runs of this computer, newest first: of a phone, or of any. A record that cannot
 * be read tells nothing, and is no failure.
 */
export async function* recentBackups(
  udid: string | undefined,
  most: number,
  folder?: string,
): AsyncGenerator<PastBackup, void, undefined> {
  for (const file of (await runFiles(folder).catch(() => [])).slice(0, most)) {
    const events: readonly RunEvent[] = await readRun(file).catch(() => []);
    const last = events.findLastIndex(({ type }) => type === 'run.finished');
    const end = events[last];
    if (end?.type !== 'run.finished' || !end.backup) continue;
    if (udid === undefined || sameUdid(basename(end.backup.path), udid))
      yield { events: events.slice(0, last + 1), at: new Date(end.at), backup: end.backup };
  }
}
