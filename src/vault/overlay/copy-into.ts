import { copyFile, mkdir, stat, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { systemCodeOf } from '../../kit/errors.ts';
import type { BackupPath } from '../backup-path.ts';
import { FOLDER_MODE } from '../disk/store.ts';
import type { Overlay } from './overlay.ts';

/** Copies a file from anywhere on the disk into the overlay; rejects with the system's code, and nothing is left. */
export async function copyInto(overlay: Overlay, physical: string, to: BackupPath): Promise<void> {
  const place = overlay.reserve(to);
  const target = overlay.absolute(place);
  try {
    await copyMakingFolder(physical, target);
    overlay.stored(to, place, (await stat(target)).size);
  } catch (thrown) {
    overlay.release(place);
    await unlink(target).catch(() => undefined);
    throw thrown;
  }
}

async function copyMakingFolder(from: string, to: string): Promise<void> {
  try {
    await copyFile(from, to);
  } catch (thrown) {
    if (systemCodeOf(thrown) !== 'ENOENT') throw thrown;
    await mkdir(dirname(to), { mode: FOLDER_MODE });
    await copyFile(from, to);
  }
}
