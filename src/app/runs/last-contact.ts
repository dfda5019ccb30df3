import { sameUdid } from '../../phone/find.ts';
import { readRun } from './read-run.ts';
import { runFiles } from './run-files.ts';

/** Recent runs tell; older ones say nothing new. */
const LOOKED_AT = 20;

/** When this computer last was at work with a phone, by the records of its runs. */
export async function lastContactWith(udid: string): Promise<Date | undefined> {
  for (const file of (await runFiles().catch(() => [])).slice(0, LOOKED_AT)) {
    const events = await readRun(file).catch(() => []);
    const met = events.findLast((event) => event.udid !== undefined && sameUdid(event.udid, udid));
    if (met) return new Date(met.at);
  }
  return undefined;
}
