import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemCodeOf } from '../kit/errors.ts';
import { measure } from './overlay/find.ts';

/**
 * What tells one state of a backup from another without reading it: the contents of Status.plist (every run gives
 * it a new UUID and date), size and time of the manifests. No inode numbers: FAT and network shares make them up.
 */
export async function fingerprintOf(folder: string): Promise<string> {
  const parts = [await digestOf(join(folder, 'Status.plist'))];
  for (const name of ['Manifest.db', 'Manifest.plist']) {
    const stats = await measure(join(folder, name));
    parts.push(stats ? `${stats.size}@${Math.trunc(stats.mtimeMs)}` : 'none');
  }
  return parts.join(' ');
}

/** SHA-256 of a file without a byte. */
export const DIGEST_OF_NOTHING = createHash('sha256').digest('hex');

/** SHA-256 of a small file, hex; 'none' when there is none. */
export async function digestOf(path: string): Promise<string> {
  const stats = await measure(path);
  if (!stats?.isFile()) return 'none';
  try {
    return createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
  } catch (thrown) {
    if (systemCodeOf(thrown) === 'ENOENT') return 'none';
    throw thrown;
  }
}
