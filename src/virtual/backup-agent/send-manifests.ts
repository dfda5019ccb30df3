import { stat } from 'node:fs/promises';
import { encryptedSize } from '../../wire/file-cipher.ts';
import { diskBytes } from '../content/disk-bytes.ts';
import { encodeManifestPlist } from './manifest-plist.ts';
import type { Run } from './run.ts';
import { uploadSmall } from './send-plists.ts';
import { storedBytes } from './stored-bytes.ts';
import type { WorkingManifest } from './working-manifest.ts';

/**
 * Uploads Manifest.plist and Manifest.db into the Snapshot folder. The database is encrypted if the files are, and in
 * their way: readers that are used on real backups refuse it without padding.
 */
export async function sendManifests(run: Run, manifest: WorkingManifest): Promise<void> {
  const { host, folder, progress, phone } = run;
  const keys = await run.agent.keys();
  const domains = manifest.domains.map(({ domain }) => domain);
  await uploadSmall(run, 'Snapshot/Manifest.plist', encodeManifestPlist(phone, keys, domains));
  const { size } = await stat(manifest.path);
  await host.upload(keys.files ? encryptedSize(size) : size, progress.told, async (parts) => {
    await parts.begin('/.ba/Manifest.db', `${folder}/Snapshot/Manifest.db`);
    for (const bytes of storedBytes(diskBytes(manifest.path, size), manifest.keys?.manifestKey)) {
      await parts.data(bytes);
    }
    await parts.end();
  });
}
