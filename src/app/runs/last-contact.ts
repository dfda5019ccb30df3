import { recentBackups } from './recent-backups.ts';

/** Recent runs tell; older ones say nothing new. */
const LOOKED_AT = 20;

/** When this computer last backed a phone up well, this one or any, by the records of its runs. */
export async function lastContactWith(udid: string | undefined): Promise<Date | undefined> {
  for await (const { at } of recentBackups(udid, LOOKED_AT)) return at;
  return undefined;
}
