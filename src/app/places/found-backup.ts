import { createHash } from 'node:crypto';
import { readdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { parseInfo, parseManifestPlist, parseStatus } from '../../archive/metadata.ts';
import { readMetadata } from '../../archive/read-metadata.ts';
import { modelName } from '../../phone/models.ts';
import { viewOfFolder } from '../../vault/backup-view.ts';
import { listGenerations } from '../../vault/generations/generation.ts';
import { layoutOf } from '../../vault/layout.ts';
import { isBackupName } from './backup-name.ts';
import { ifThere } from './if-there.ts';

/** A backup that lies in a folder, as far as its small files tell. */
export interface FoundBackup {
  /** The same for the same folder, always; tells nothing of it. */
  readonly id: string;
  readonly path: string;
  readonly destination: string;
  readonly udid: string;
  readonly phoneName: string | undefined;
  readonly productType: string | undefined;
  readonly model: string | undefined;
  readonly iosVersion: string | undefined;
  readonly at: Date | undefined;
  readonly encrypted: boolean;
  readonly state: 'whole' | 'unfinished' | 'damaged';
  /** Earlier states that can be brought back. */
  readonly generations: number;
}

/** A folder that holds more is none of backups. */
const MOST_BACKUPS = 200;

/** The backups right in a folder. Rejects with `folder.forbidden` where this user may not look for any. */
export async function backupsIn(folder: string): Promise<readonly FoundBackup[]> {
  const names = (await ifThere(folder, () => readdir(folder))) ?? [];
  const wanted = names.filter(isBackupName).slice(0, MOST_BACKUPS);
  const found = await Promise.all(wanted.map((name) => backupAt(folder, name)));
  return found.filter((backup) => backup !== undefined);
}

export function backupId(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 24);
}

async function backupAt(folder: string, udid: string): Promise<FoundBackup | undefined> {
  const path = await ifThere(folder, () => realpath(join(folder, udid)));
  if (path === undefined) return undefined;
  const view = viewOfFolder(path);
  const [info, manifest, status] = await Promise.all([
    readMetadata(view, 'Info.plist', parseInfo),
    readMetadata(view, 'Manifest.plist', parseManifestPlist),
    readMetadata(view, 'Status.plist', parseStatus),
  ]);
  if ([info, manifest, status].every(({ state }) => state === 'missing')) return undefined;
  const about = info.state === 'read' ? info.value : undefined;
  const own = manifest.state === 'read' ? manifest.value : undefined;
  const isWhole = status.state === 'read' && status.value.snapshotState === 'finished';
  return {
    id: backupId(path),
    ...{ path, udid, destination: folder },
    phoneName: about?.deviceName,
    productType: about?.productType,
    model: about?.productType === undefined ? undefined : modelName(about.productType),
    iosVersion: own?.iosVersion ?? about?.iosVersion,
    at: about?.lastBackup,
    encrypted: own?.encrypted ?? false,
    state: [info, manifest, status].some(({ state }) => state === 'damaged')
      ? 'damaged'
      : isWhole && own && about
        ? 'whole'
        : 'unfinished',
    generations: await earlierStates(folder, udid),
  };
}

async function earlierStates(folder: string, udid: string): Promise<number> {
  try {
    const generations = await listGenerations(layoutOf(folder, udid));
    return generations.filter(({ state }) => state === 'earlier').length;
  } catch {
    return 0;
  }
}
