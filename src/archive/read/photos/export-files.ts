import type { BackupEntry } from '../../open-backup.ts';
import { copyOut, type Extraction } from '../extraction.ts';
import type { OutputFolder } from '../output/output-folder.ts';
import { splitName } from '../output/safe-name.ts';
import { PHOTOS } from './library.ts';

/** Without a library only the camera's own folders tell what is a picture: they come out by the month of each file. */
export async function exportWithoutLibrary(extraction: Extraction, out: OutputFolder): Promise<number> {
  const byMonth = ({ modified }: BackupEntry): string[] => {
    const month = modified.toISOString().slice(0, 7);
    return [month.slice(0, 4), month];
  };
  const count = await exportPictures(extraction, out, () => true, byMonth);
  if (count > 0) extraction.tell({ type: 'counted', what: 'photos and videos', count });
  return count;
}

/**
 * What lies in the camera's folders and no entry of the library names, as when the library is damaged from some point on.
 * `known`: paths of the library's entries without their endings; what else is called so belongs to them.
 */
export async function exportUnlisted(
  extraction: Extraction,
  out: OutputFolder,
  known: ReadonlySet<string>,
): Promise<number> {
  const isUnlisted = ({ relativePath }: BackupEntry): boolean => {
    const { stem, extension } = splitName(relativePath);
    // How a picture was edited, not a picture.
    return !known.has(stem) && extension.toLowerCase() !== '.aae';
  };
  return await exportPictures(extraction, out, isUnlisted, () => ['Not in the library']);
}

async function exportPictures(
  extraction: Extraction,
  out: OutputFolder,
  isWanted: (entry: BackupEntry) => boolean,
  folderOf: (entry: BackupEntry) => readonly string[],
): Promise<number> {
  const { backup, signal } = extraction;
  let count = 0;
  for (const entry of backup.entries({ domain: PHOTOS.domain, pathGlob: 'Media/DCIM/*' })) {
    signal.throwIfAborted();
    if (entry.kind !== 'file' || !isWanted(entry)) continue;
    const name = entry.relativePath.slice(entry.relativePath.lastIndexOf('/') + 1);
    await copyOut(extraction, entry, out, [...folderOf(entry), name]);
    count += 1;
  }
  return count;
}
