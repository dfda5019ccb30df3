import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Where systems mount what people plug in, with how many folders deep; `/run/media/NAME/DISK` is two. */
const MOUNT_FOLDERS: ReadonlyMap<NodeJS.Platform, readonly (readonly [folder: string, depth: 1 | 2])[]> =
  new Map([
    [
      'linux',
      [
        ['/media', 2],
        ['/media', 1],
        ['/run/media', 2],
        ['/mnt', 1],
      ],
    ],
    ['darwin', [['/Volumes', 1]]],
  ]);

/** The disks and shares beside this computer's own, each by the folder it is mounted at. */
export async function mountedDisks(platform: NodeJS.Platform = process.platform): Promise<readonly string[]> {
  if (platform === 'win32') return await drives();
  const folders = MOUNT_FOLDERS.get(platform) ?? [];
  const found = await Promise.all(folders.map(([folder, depth]) => foldersIn(folder, depth)));
  const disks = await Promise.all(
    found.flat().map(async (path) => ((await isMountPoint(path)) ? [path] : [])),
  );
  return [...new Set(disks.flat())];
}

async function drives(): Promise<readonly string[]> {
  const letters = Array.from({ length: 23 }, (_, index) => `${String.fromCharCode(68 + index)}:\\`);
  const there = await Promise.all(letters.map((path) => stat(path).catch(() => undefined)));
  return letters.filter((_, index) => there[index]?.isDirectory());
}

async function foldersIn(folder: string, depth: 1 | 2): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const here = entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name));
  if (depth === 1) return here;
  return (await Promise.all(here.map((path) => foldersIn(path, 1)))).flat();
}

/** Another disk begins where the device changes. */
async function isMountPoint(path: string): Promise<boolean> {
  const [own, above] = await Promise.all([
    stat(path).catch(() => undefined),
    stat(join(path, '..')).catch(() => undefined),
  ]);
  return own !== undefined && above !== undefined && own.dev !== above.dev;
}
