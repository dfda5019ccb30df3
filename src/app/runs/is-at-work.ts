import { readdir } from 'node:fs/promises';
import { runHolderOf } from '../../vault/holder.ts';
import { homesIn } from '../../vault/layout.ts';

/**
 * True when a run whose record has no end is still at work, in whatever process: then it holds a backup's lock at its
 * destination, since before it was last heard of (`heard`, ISO): a later run that holds it now is not this one.
 */
export async function isAtWork(destination: string | null, heard: string): Promise<boolean> {
  if (destination === null) return false;
  const names = await readdir(homesIn(destination)).catch(() => []);
  const udids = names.filter((name) => /^[A-Za-z0-9-]{1,64}$/.test(name));
  const holders = await Promise.all(udids.map((udid) => runHolderOf(destination, udid)));
  return holders.some((holder) => holder?.alive && Date.parse(holder.owner.since) <= Date.parse(heard));
}
