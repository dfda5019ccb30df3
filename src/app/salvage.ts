import { readdir, realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { ExtractError } from '../archive/read/errors.ts';
import { OutputFolder } from '../archive/read/output/output-folder.ts';
import { keptCopies } from '../archive/repair/kept-copies.ts';
import { type Salvaged, type SalvageProgress, salvage } from '../archive/salvage/salvage.ts';
import { scratchFolder } from '../archive/scratch.ts';
import { isThawError } from '../kit/errors.ts';
import { viewOfFolder } from '../vault/backup-view.ts';
import { listGenerations } from '../vault/generations/generation.ts';
import { layoutOf } from '../vault/layout.ts';
import { type BackupFolder, findBackup } from './find-backup.ts';
import { ifThere } from './places/if-there.ts';

export type { Salvaged, SalvageProgress } from '../archive/salvage/salvage.ts';

export interface SalvageRequest {
  /** The backup's folder, or the one that holds it; it may be any folder with files of a backup. */
  readonly folder: string;
  readonly udid?: string;
  readonly password?: string;
  /** The folder to write to; made if it is not there. */
  readonly to: string;
}

/**
 * Brings out of a damaged backup what can be identified; the backup is only read. Rejects with `backup.none-here`,
 * `extract.inside-backup`, or a `destination.…` error.
 */
export async function salvageBackup(
  request: SalvageRequest,
  onProgress: (progress: SalvageProgress) => void,
  signal: AbortSignal,
): Promise<Salvaged & { path: string }> {
  const backup = await findRemains(request.folder, request.udid);
  const path = resolve(request.to);
  if (`${path}${sep}`.startsWith(`${await realpath(backup.path)}${sep}`))
    throw new ExtractError('extract.inside-backup', `${path} is inside the backup`, { facts: { path } });
  const out = await OutputFolder.open(path);
  await using scratch = await scratchFolder();
  const salvaged = await salvage(
    {
      view: viewOfFolder(backup.path),
      out,
      outPath: await realpath(path),
      kept: await keptOf(backup),
      password: request.password,
      scratch: scratch.path,
      onProgress,
    },
    signal,
  );
  return { path, ...salvaged };
}

/** What the vault kept of the backup, if it was Thaw's. */
async function keptOf({ destination, udid }: BackupFolder) {
  if (!/^[A-Za-z0-9-]{1,64}$/.test(udid)) return [];
  return keptCopies(await listGenerations(layoutOf(destination, udid)));
}

/** A folder may have lost everything that shows it to be a backup, but for the folders of its files. */
async function findRemains(folder: string, udid: string | undefined): Promise<BackupFolder> {
  try {
    return await findBackup(folder, udid);
  } catch (thrown) {
    const path = udid === undefined ? resolve(folder) : join(resolve(folder), udid);
    if (!isThawError(thrown, 'backup.none-here') || !(await hasFiles(path))) throw thrown;
    return { destination: dirname(path), udid: basename(path), path };
  }
}

async function hasFiles(path: string): Promise<boolean> {
  const names = (await ifThere(path, () => readdir(path))) ?? [];
  return names.some((name) => /^(?:[0-9a-f]{2}|[0-9a-f]{40}|Snapshot)$/.test(name));
}
