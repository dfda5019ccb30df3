import { basename } from 'node:path';
import type { RunEvent } from '../../kit/run-event.ts';
import { sameUdid } from '../../phone/find.ts';
import { readRun } from './read-run.ts';
import { runFiles } from './run-files.ts';

/** Recent runs tell; older ones say nothing new. */
const LOOKED_AT = 20;

/** When this computer last backed a phone up well, this one or any, by the records of its runs. */
export async function lastContactWith(udid: string | undefined): Promise<Date | undefined> {
  for (const file of (await runFiles().catch(() => [])).slice(0, LOOKED_AT)) {
    const events: readonly RunEvent[] = await readRun(file).catch(() => []);
    const end = events.findLast((event) => event.type === 'run.finished');
    if (!end?.backup) continue;
    if (udid === undefined || sameUdid(basename(end.backup.path), udid)) return new Date(end.at);
  }
  return undefined;
}
