import type { OldBackup } from './old-backup.ts';
import type { Run } from './run.ts';
import { shards } from './shards.ts';

/** Makes the backup's folders, those that exist included: 514 messages, as the phone sends them before every upload. */
export async function prepareFolders(run: Run, old: OldBackup): Promise<void> {
  const { host, folder, progress } = run;
  if (old.outdated) await host.move([[folder, setAsideName(run)]], progress.told);
  // Leftovers of a run the phone knows nothing of must not be taken for its own.
  if (old.untidy && !old.halfMade) await host.remove([`${folder}/Snapshot`], progress.told);
  for (const root of [folder, `${folder}/Snapshot`]) {
    await host.createDirectory(root);
    for (const shard of shards) await host.createDirectory(`${root}/${shard}`);
  }
}

/** Where a backup of an older format waits until the new one is whole: `<folder>-yyyyMMdd-HHmmss`. */
export function setAsideName({ folder, startedAt }: Run): string {
  const digits = startedAt.toISOString().replaceAll(/[^0-9]/g, '');
  return `${folder}-${digits.slice(0, 8)}-${digits.slice(8, 14)}`;
}
