import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { isThawError, ThawError } from '../kit/errors.ts';
import { isBackupName } from './places/backup-name.ts';
import { ifThere } from './places/if-there.ts';

/** A backup folder: `<destination>/<udid>`. */
export interface BackupFolder {
  readonly destination: string;
  readonly udid: string;
  readonly path: string;
}

const MARKS = ['Status.plist', 'Manifest.plist', 'Manifest.db', 'Info.plist'] as const;

/**
 * The backup that is meant by a folder: the backup's own, or the one that holds it. Rejects with
 * `backup.none-here`, with `folder.forbidden`, or with `usage` when there are several and none is named, which is done
 * with `option`.
 */
export async function findBackup(
  folder: string,
  udid: string | undefined,
  option = '--udid',
): Promise<BackupFolder> {
  const path = resolve(folder);
  if ((udid === undefined || udid === basename(path)) && (await isBackup(path))) {
    return { destination: dirname(path), udid: basename(path), path };
  }
  const names = udid === undefined ? await namesIn(path) : [udid];
  const { backups, forbidden } = await backupsAmong(names, path);
  const [only, another] = backups;
  if (only === undefined)
    throw forbidden ?? new ThawError('backup.none-here', `no backup in ${path}`, { facts: { path } });
  if (another !== undefined) {
    throw new ThawError('usage', 'several backups', {
      facts: {
        message: `There are several backups here: ${backups.join(', ')}. Say which one with ${option}.`,
      },
    });
  }
  return { destination: path, udid: only, path: join(path, only) };
}

/** `forbidden`: one may be in a folder that this user may not look into. */
async function backupsAmong(
  names: readonly string[],
  path: string,
): Promise<{ readonly backups: readonly string[]; readonly forbidden: ThawError | undefined }> {
  const backups: string[] = [];
  let forbidden: ThawError | undefined;
  for (const name of names) {
    try {
      if (await isBackup(join(path, name))) backups.push(name);
    } catch (thrown) {
      if (!isThawError(thrown, 'folder.forbidden')) throw thrown;
      // Others, such as `lost+found`, are nobody's backup.
      if (isBackupName(name)) forbidden = thrown;
    }
  }
  return { backups, forbidden };
}

async function isBackup(path: string): Promise<boolean> {
  const found = await Promise.all(MARKS.map((name) => ifThere(path, () => stat(join(path, name)))));
  return found.some((stats) => stats?.isFile());
}

async function namesIn(path: string): Promise<readonly string[]> {
  return (await ifThere(path, () => readdir(path))) ?? [];
}
