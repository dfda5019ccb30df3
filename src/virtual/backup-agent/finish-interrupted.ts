import { moveItems } from './move.ts';
import type { Run } from './run.ts';
import { uploadStatus } from './send-plists.ts';
import { isShard } from './shards.ts';
import type { BackupStatus } from './status-plist.ts';

/**
 * Ends a run that was cut while its files were moved into place or old ones removed: the phone goes on where the
 * folder says it was. The backup is then the one that run was making.
 */
export async function finishInterrupted(run: Run, status: BackupStatus): Promise<void> {
  const { host, folder } = run;
  if (status.snapshotState === 'moving') await moveSnapshot(run);
  await uploadStatus(run, { ...status, snapshotState: 'removing' });
  await host.remove([`${folder}/Snapshot`], run.progress.told);
  await uploadStatus(run, { ...status, snapshotState: 'finished' });
}

/** Moves whatever is left in the Snapshot folder, the manifests last. */
async function moveSnapshot(run: Run): Promise<void> {
  const snapshot = await run.host.list(`${run.folder}/Snapshot`);
  const left: string[] = [];
  for (const shard of [...snapshot.keys()].filter(isShard)) {
    for (const fileId of (await run.host.list(`${run.folder}/Snapshot/${shard}`)).keys())
      left.push(`${shard}/${fileId}`);
  }
  await moveItems(run, left);
  for (const name of ['Manifest.db', 'Manifest.plist']) if (snapshot.has(name)) await moveItems(run, [name]);
}
