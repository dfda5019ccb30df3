import type { BackupEntry } from '../../open-backup.ts';
import { copyOut, type Extraction } from '../extraction.ts';
import type { OutputFolder } from '../output/output-folder.ts';
import { PHOTOS } from './library.ts';

/** Without a library only the camera's own folders tell what is a picture: they come out by the month of each file. */
export async function exportWithoutLibrary(extraction: Extraction, out: OutputFolder): Promise<number> {
  const { backup, signal } = extraction;
  const pictures = (): Iterable<BackupEntry> =>
    backup.entries({ domain: PHOTOS.domain, pathGlob: 'Media/DCIM/*' });
  let count = 0;
  for (const entry of pictures()) {
    signal.throwIfAborted();
    if (entry.kind !== 'file') continue;
    const month = entry.modified.toISOString().slice(0, 7);
    const name = entry.relativePath.slice(entry.relativePath.lastIndexOf('/') + 1);
    await copyOut(extraction, entry, out, [month.slice(0, 4), month, name]);
    count += 1;
  }
  if (count > 0) extraction.tell({ type: 'counted', what: 'photos and videos', count });
  return count;
}
