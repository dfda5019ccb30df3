import { type OpenBackup, type OpenOptions, openBackup } from '../archive/open-backup.ts';
import { type BackupView, TreeView, viewOfFolder } from '../vault/backup-view.ts';
import { treeOfGeneration } from '../vault/generations/undo.ts';
import { layoutOf } from '../vault/layout.ts';
import { type BackupFolder, findBackup } from './find-backup.ts';

/** A finished backup to be read. */
export interface ArchiveRequest extends OpenOptions {
  /** The backup's folder, or the one that holds it. */
  readonly folder: string;
  readonly udid?: string;
  /** An earlier state of it, as it lies: nothing is brought back for it. */
  readonly generation?: number;
}

/** Finds and opens a backup. Rejects with `backup.none-here`, `vault.no-generation` or one of the archive's own. */
export async function openArchive(
  { folder, udid, generation, ...options }: ArchiveRequest,
  signal: AbortSignal,
): Promise<{ readonly place: BackupFolder; readonly backup: OpenBackup }> {
  const place = await findBackup(folder, udid);
  return { place, backup: await openBackup(await viewOf(place, generation), options, signal) };
}

async function viewOf(
  { path, destination, udid }: BackupFolder,
  generation: number | undefined,
): Promise<BackupView> {
  if (generation === undefined) return viewOfFolder(path);
  return new TreeView((await treeOfGeneration(layoutOf(destination, udid), generation)).root);
}
