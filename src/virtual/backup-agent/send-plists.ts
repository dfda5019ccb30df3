import type { Run } from './run.ts';
import { type BackupStatus, encodeStatus, type SnapshotState, STATUS_VERSION } from './status-plist.ts';

/** Uploads a small file the agent made itself. `name` is its place below the backup's folder. */
export async function uploadSmall(run: Run, name: string, bytes: Uint8Array): Promise<void> {
  await uploadTo(run, `${run.folder}/${name}`, bytes);
}

/** The same, to any path below the backup root. */
export async function uploadTo({ host, progress }: Run, path: string, bytes: Uint8Array): Promise<void> {
  await host.upload(bytes.length, progress.told, async (parts) => {
    await parts.begin(`/.ba/${path}`, path);
    await parts.data(bytes);
    await parts.end();
  });
}

/** Tells the folder how far the run is. */
export async function uploadStatus(run: Run, status: BackupStatus): Promise<void> {
  await uploadSmall(run, 'Status.plist', encodeStatus(status));
}

/** The status of this run. */
export function statusOf(run: Run, snapshotState: SnapshotState, isFullBackup: boolean): BackupStatus {
  const date = run.phone.now();
  return { uuid: run.uuid, date, backupState: 'new', snapshotState, isFullBackup, version: STATUS_VERSION };
}
