import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { FILE_MODE, WRITE_FLAGS } from './store.ts';

/** Enough to need the disk, and no burden to it. */
const BYTES = Buffer.alloc(512);

/**
 * Writes a little beside the backups and waits until it is safe on the disk: what takes long, or does not come back,
 * is a disk that is slow or hangs. Rejects with the system's error; with ENOENT where the vault was never at work.
 */
export async function probeDisk(destination: string): Promise<void> {
  await using file = await open(join(destination, '.thaw', 'probe'), WRITE_FLAGS, FILE_MODE);
  await file.write(BYTES, 0, BYTES.length, 0);
  await file.sync();
}
