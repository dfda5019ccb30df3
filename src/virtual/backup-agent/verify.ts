import { AgentFailure } from './failure.ts';
import { ManifestReader } from './manifest-reader.ts';
import type { Run } from './run.ts';
import { shards } from './shards.ts';
import type { WorkingManifest } from './working-manifest.ts';

/**
 * The phone's last look: it reads what it wrote, and lists the folders. A row without its file, be that an empty one,
 * ends the run with 205.
 */
export async function verify(run: Run, manifest: WorkingManifest): Promise<void> {
  const { host, folder, progress } = run;
  run.phone.log('BackupAgent2', 'Notice', 'Verifying backup contents');
  for (const name of ['Status.plist', 'Manifest.plist', 'Manifest.db']) await readBack(run, name);
  using reader = new ManifestReader(manifest.path);
  const top = await host.list(folder);
  for (const shard of shards) {
    const wanted = reader.inShard(shard);
    if (wanted.length === 0) continue;
    const there = top.has(shard) ? await host.list(`${folder}/${shard}`) : new Map<string, never>();
    if (!wanted.every((fileId) => there.has(fileId))) {
      throw new AgentFailure(205, 'Manifest references files not in backup');
    }
    await progress.step();
  }
}

async function readBack({ host, folder, progress }: Run, name: string): Promise<void> {
  let whole = false;
  await host.download([`${folder}/${name}`], progress.told, () => ({
    data: () => undefined,
    end: () => {
      whole = true;
    },
    failed: () => undefined,
  }));
  if (!whole) throw new AgentFailure(205, `Backup is missing ${name}`);
}
