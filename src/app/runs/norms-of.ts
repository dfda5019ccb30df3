import { learnNorms } from '../../watch/learn-norms.ts';
import type { Norms } from '../../watch/sign.ts';
import { recentBackups } from './recent-backups.ts';

/** Habits change with every iOS; older runs would only take time to read. */
const LOOKED_AT = 10;

/** What is normal for a phone, by the records of its last runs on this computer. */
export async function normsOf(udid: string, folder?: string): Promise<Norms> {
  const backups = await Array.fromAsync(recentBackups(udid, LOOKED_AT, folder));
  return learnNorms(backups.map(({ events }) => events));
}
