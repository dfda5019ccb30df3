import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { encryptManifest } from '../../wire/file-cipher.ts';
import { encodeManifestPlist } from './manifest-plist.ts';
import type { Run } from './run.ts';
import { uploadSmall } from './send-plists.ts';
import type { WorkingManifest } from './working-manifest.ts';

const PIECE_BYTES = 1024 * 1024;

/** Uploads Manifest.plist and Manifest.db into the Snapshot folder; the database encrypted if the files are. */
export async function sendManifests(run: Run, manifest: WorkingManifest): Promise<void> {
  const keys = await run.agent.keys();
  const domains = manifest.domains.map(({ domain }) => domain);
  await uploadSmall(run, 'Snapshot/Manifest.plist', encodeManifestPlist(run.phone, keys, domains));
  const { size } = await stat(manifest.path);
  await run.host.upload(size, run.progress.told, async (parts) => {
    await parts.begin('/.ba/Manifest.db', `${run.folder}/Snapshot/Manifest.db`);
    const encryption = manifest.keys && encryptManifest(manifest.keys.manifestKey.key);
    for await (const piece of pieces(manifest.path)) {
      await parts.data(encryption ? encryption.update(piece) : piece);
    }
    await parts.end();
  });
}

function pieces(path: string): AsyncIterable<Buffer> {
  return createReadStream(path, { highWaterMark: PIECE_BYTES });
}
