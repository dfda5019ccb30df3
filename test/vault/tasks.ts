import { perform, vaultIn } from './drive.ts';
import type { Operation } from './model.ts';

/** What a process does with a vault. */
export type Task =
  | RunTask
  | { readonly do: 'restore'; readonly generation: number }
  | { readonly do: 'prune'; readonly keep: number };

export interface RunTask {
  readonly do: 'run';
  readonly operations: readonly Operation[];
}

/** A Status.plist for the time of a commit; the vault does not look into it. */
export const MOVING = 'moving!';

export async function carryOut(folder: string, task: Task): Promise<void> {
  const vault = await vaultIn(folder);
  if (task.do === 'restore') {
    await vault.restore(task.generation, { run: 'restore', movingOf: async () => Buffer.from(MOVING) });
  } else if (task.do === 'prune') {
    await vault.prune(task.keep);
  } else {
    await using run = await vault.begin({ run: 'run' });
    for (const operation of task.operations) await perform(run, operation);
    await run.commit(Buffer.from(MOVING));
  }
}
