import { basename } from 'node:path';
import type { RunEvent } from '../../kit/run-event.ts';
import { sameUdid } from '../../phone/find.ts';
import { learnNorms } from '../../watch/learn-norms.ts';
import type { Norms } from '../../watch/sign.ts';
import { readRun } from './read-run.ts';
import { runFiles } from './run-files.ts';

/** Habits change with every iOS; older runs would only take time to read. */
const LOOKED_AT = 10;

/** What is normal for a phone, by the records of its last runs on this computer. */
export async function normsOf(udid: string, folder?: string): Promise<Norms> {
  const runs: RunEvent[][] = [];
  for (const file of (await runFiles(folder)).slice(0, LOOKED_AT)) {
    const events = await readRun(file).catch(() => []);
    const end = events.findLastIndex(({ type }) => type === 'run.finished');
    if (isAbout(events[end], udid)) runs.push(events.slice(0, end + 1));
  }
  return learnNorms(runs);
}

/** True for the good end of a backup of this phone. */
function isAbout(end: RunEvent | undefined, udid: string): boolean {
  return end?.type === 'run.finished' && !!end.backup && sameUdid(basename(end.backup.path), udid);
}
