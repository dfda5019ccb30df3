import { ManifestReader } from './manifest-reader.ts';
import { BATCH_FILES } from './move.ts';
import type { OldBackup } from './old-backup.ts';
import { setAsideName } from './prepare-folders.ts';
import type { Run } from './run.ts';
import { isShard, placeOf } from './shards.ts';
import type { WorkingManifest } from './working-manifest.ts';

/** Removes from the computer what the backup no longer holds, and the Snapshot folder. */
export async function tidy(run: Run, manifest: WorkingManifest, old: OldBackup): Promise<void> {
  const { host, folder, progress } = run;
  const gone = old.untidy ? await unnamedFiles(run, manifest) : vanishedFiles(manifest, old);
  for (let at = 0; at < gone.length; at += BATCH_FILES) {
    const batch = gone.slice(at, at + BATCH_FILES);
    await host.remove(
      batch.map((fileId) => `${folder}/${placeOf(fileId)}`),
      progress.told,
    );
    await progress.step();
  }
  await host.remove([`${folder}/Snapshot`], progress.told);
  if (old.outdated) await host.remove([setAsideName(run)], progress.told);
}

function vanishedFiles(manifest: WorkingManifest, { manifestPath }: OldBackup): string[] {
  using reader = new ManifestReader(manifest.path, manifestPath);
  return reader.vanished();
}

/** Files that lie in the backup and that the manifest does not name. */
async function unnamedFiles({ host, folder }: Run, manifest: WorkingManifest): Promise<string[]> {
  using reader = new ManifestReader(manifest.path);
  const unnamed: string[] = [];
  for (const shard of [...(await host.list(folder)).keys()].filter(isShard)) {
    const named = new Set(reader.inShard(shard));
    for (const fileId of (await host.list(`${folder}/${shard}`)).keys())
      if (!named.has(fileId)) unnamed.push(fileId);
  }
  return unnamed;
}
