import { readFile } from 'node:fs/promises';

/** Where the system says what should be mounted, and what is. */
export interface MountTables {
  readonly wanted: string;
  readonly mounted: string;
}

const LINUX: MountTables = { wanted: '/etc/fstab', mounted: '/proc/self/mounts' };

/**
 * The mount point above a folder that should carry a disk or share and does not: writing there would fill the system's
 * own disk. Undefined when there is none, or where the system keeps no such tables.
 */
export async function unmountedShareAt(folder: string, tables = LINUX): Promise<string | undefined> {
  const [wanted, mounted] = await Promise.all([pointsIn(tables.wanted), pointsIn(tables.mounted)]);
  const here = new Set(mounted);
  return wanted.find((point) => point !== '/' && isAbove(point, folder) && !here.has(point));
}

/** The second field of each line; spaces in it are written as \040. */
async function pointsIn(table: string): Promise<string[]> {
  const text = await readFile(table, 'utf8').catch(() => '');
  return text.split('\n').flatMap((line) => {
    const point = /^[^#\s]\S*\s+(\/\S*)/.exec(line.trim())?.[1];
    return point === undefined ? [] : [point.replaceAll('\\040', ' ')];
  });
}

function isAbove(point: string, folder: string): boolean {
  return folder === point || folder.startsWith(`${point}/`);
}
