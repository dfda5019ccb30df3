import { createHash } from 'node:crypto';
import { mkdtempDisposable, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { parseManifestPlist } from '../../src/archive/metadata.ts';
import { unlock } from '../../src/archive/unlock.ts';
import { decryptManifest, encryptFile } from '../../src/wire/file-cipher.ts';
import { decodeMbFile, encodeMbFile } from '../../src/wire/mbfile.ts';

/** Gives every file of an encrypted backup a digest, as iOS does for the files of its own domains. */
export async function addDigests(backup: string, password: string): Promise<void> {
  const keys = await unlock(parseManifestPlist(await readFile(join(backup, 'Manifest.plist'))), password);
  if (!keys?.manifestKey) throw new Error('the backup does not open');
  await using scratch = await mkdtempDisposable(join(tmpdir(), 'thaw-bench-'));
  const [sealed, clear] = [join(backup, 'Manifest.db'), join(scratch.path, 'Manifest.db')];
  await writeFile(clear, decryptManifest(keys.manifestKey).update(await readFile(sealed)));
  await digestRows(clear, backup);
  const bytes = await readFile(clear);
  await writeFile(sealed, encryptFile(keys.manifestKey).setAutoPadding(false).update(bytes));
}

async function digestRows(database: string, backup: string): Promise<void> {
  using manifest = new DatabaseSync(database);
  const update = manifest.prepare('UPDATE Files SET file = ? WHERE fileID = ?');
  for (const { fileID, file } of manifest.prepare('SELECT fileID, file FROM Files WHERE flags = 1').all()) {
    if (!(file instanceof Uint8Array)) throw new Error('a row without its blob');
    const fileId = String(fileID);
    const stored = await readFile(join(backup, fileId.slice(0, 2), fileId));
    const digest = createHash('sha1').update(stored).digest();
    update.run(encodeMbFile({ ...decodeMbFile(file), digest }), fileId);
  }
  manifest.exec('PRAGMA wal_checkpoint(TRUNCATE)');
}
