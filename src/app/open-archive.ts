import { type OpenBackup, type OpenOptions, openBackup } from '../archive/open-backup.ts';
import { viewOfFolder } from '../vault/backup-view.ts';
import { type BackupFolder, findBackup } from './find-backup.ts';

/** A finished backup to be read. */
export interface ArchiveRequest extends OpenOptions {
  /** The backup's folder, or the one that holds it. */
  readonly folder: string;
  readonly udid?: string;
}

/** Finds and opens a backup. Rejects with `backup.none-here` or one of the archive's own. */
export async function openArchive(
  { folder, udid, ...options }: ArchiveRequest,
  signal: AbortSignal,
): Promise<{ readonly place: BackupFolder; readonly backup: OpenBackup }> {
  const place = await findBackup(folder, udid);
  return { place, backup: await openBackup(viewOfFolder(place.path), options, signal) };
}
