import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { ThawError } from '../kit/errors.ts';

/** A backup folder: `<destination>/<udid>`. */
export interface BackupFolder {
  readonly destination: string;
  readonly udid: string;
  readonly path: string;
}

const MARKS = ['Status.plist', 'Manifest.plist', 'Manifest.db', 'Info.plist'] as const;

/**
 * The backup that is meant by a folder: the backup's own, or the one that holds it. Rejects with
 * `backup.none-here`, or with `usage` when there are several and none is named, which is done with `option`.
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
  const backups: string[] = [];
  for (const name of names) if (await isBackup(join(path, name))) backups.push(name);
  const [only, another] = backups;
  if (only === undefined)
    throw new ThawError('backup.none-here', `no backup in ${path}`, { facts: { path } });
  if (another !== undefined) {
    throw new ThawError('usage', 'several backups', {
      facts: {
        message: `There are several backups here: ${backups.join(', ')}. Say which one with ${option}.`,
      },
    });
  }
  return { destination: path, udid: only, path: join(path, only) };
}

async function isBackup(path: string): Promise<boolean> {
  const found = await Promise.all(MARKS.map((name) => stat(join(path, name)).catch(() => undefined)));
  return found.some((stats) => stats?.isFile());
}

async function namesIn(path: string): Promise<string[]> {
  try {
    return await readdir(path);
  } catch (cause) {
    throw new ThawError('backup.none-here', `cannot read ${path}`, { cause, facts: { path } });
  }
}
