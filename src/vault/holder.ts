import { readJson } from './json-file.ts';
import { layoutOf } from './layout.ts';
import { isOwner, mayBeAlive, type Owner } from './owner.ts';

/** Who is, or was, at work on a backup. */
export interface Holder {
  readonly owner: Owner;
  /** False for a run that was cut: its lock will be taken over. */
  readonly alive: boolean;
}

/** The run that holds a backup; undefined when none does. Takes nothing and changes nothing. */
export async function runHolderOf(destination: string, udid: string): Promise<Holder | undefined> {
  const owner = await readJson(layoutOf(destination, udid).lock, isOwner).catch(() => undefined);
  return owner && { owner, alive: mayBeAlive(owner) };
}
