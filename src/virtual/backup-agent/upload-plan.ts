import { encryptedSize } from '../../wire/file-cipher.ts';
import type { PhoneContent } from '../content/phone-content.ts';
import { ManifestReader } from './manifest-reader.ts';
import type { OldBackup } from './old-backup.ts';
import type { Run } from './run.ts';
import { isShard } from './shards.ts';
import type { WorkingManifest } from './working-manifest.ts';

export interface UploadPlan {
  /** Slots of the files to send. */
  readonly slots: readonly number[];
  /** Bytes of these as they are stored. */
  readonly bytes: number;
}

/** What has to be sent: what is new or changed, less what an interrupted run brought over whole. */
export async function planUpload(run: Run, manifest: WorkingManifest, old: OldBackup): Promise<UploadPlan> {
  using reader = new ManifestReader(manifest.path, old.manifestPath);
  const there = old.halfMade ? await inSnapshot(run, manifest, old.halfMade) : new Set<number>();
  const slots = reader.changed().filter((slot) => !there.has(slot));
  return { slots, bytes: storedSize(run.agent.content, manifest, slots) };
}

export function storedSize(
  content: PhoneContent,
  { keys }: WorkingManifest,
  slots: readonly number[],
): number {
  let bytes = 0;
  for (const slot of slots) {
    const size = content.entry(slot)?.size ?? 0;
    bytes += keys ? encryptedSize(size) : size;
  }
  return bytes;
}

/** Slots of the files in the Snapshot folder that are whole and still what the phone holds. */
async function inSnapshot(
  { host, folder, agent }: Run,
  manifest: WorkingManifest,
  halfMade: WorkingManifest,
): Promise<Set<number>> {
  using reader = new ManifestReader(manifest.path, halfMade.path);
  const there = new Set<number>();
  await host.list(folder);
  for (const shard of [...(await host.list(`${folder}/Snapshot`)).keys()].filter(isShard)) {
    for (const [fileId, { size }] of await host.list(`${folder}/Snapshot/${shard}`)) {
      const slot = reader.unchanged(fileId);
      if (slot !== undefined && size === storedSize(agent.content, manifest, [slot])) there.add(slot);
    }
  }
  return there;
}
