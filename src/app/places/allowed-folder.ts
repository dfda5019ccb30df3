import { mkdir, readdir, realpath, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { PageError } from '../page-error.ts';
import { mountedDisks } from './disks.ts';
import { ifThere } from './if-there.ts';

/** A list of folders is to be chosen from, not to be read. */
const MOST_LISTED = 1000;

/**
 * The real path of a folder the page names: inside the person's home, on a disk that is mounted, or inside one of `also`.
 * Links are followed before that is judged. Rejects with `page.outside` for all else, there or not, and with
 * `folder.forbidden` where this user may not look for it.
 */
export async function allowedFolder(path: string, also: readonly string[] = []): Promise<string> {
  if (!isAbsolute(path) || path.includes('\0')) throw outside(path);
  const roots = await realRoots(also);
  // Of what lies elsewhere nothing is told, not even that it is there.
  const isNear = roots.some((root) => isInside(root, resolve(path)));
  const real = await (isNear ? ifThere(path, () => realpath(path)) : realpath(path).catch(() => undefined));
  if (real === undefined || !roots.some((root) => isInside(root, real))) throw outside(path);
  if (!(await stat(real)).isDirectory()) throw outside(path);
  return real;
}

/** The same for a folder that may have to be made: its parent must be allowed. */
export async function allowedOrMade(path: string, also: readonly string[] = []): Promise<string> {
  const parent = await allowedFolder(dirname(resolve(path)), also);
  const folder = join(parent, basename(resolve(path)));
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return await allowedFolder(folder, also);
}

/** Where choosing a folder begins: home and the disks. */
export async function startingFolders(): Promise<readonly string[]> {
  return await realRoots([]);
}

/** The folders in a folder, by name; hidden ones are left out. Rejects with `folder.forbidden`. */
export async function foldersInside(path: string): Promise<readonly string[]> {
  const entries = (await ifThere(path, () => readdir(path, { withFileTypes: true }))) ?? [];
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort((one, other) => one.localeCompare(other))
    .slice(0, MOST_LISTED);
}

/** True for the folder itself too. */
function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

async function realRoots(also: readonly string[]): Promise<readonly string[]> {
  const roots = [homedir(), ...(await mountedDisks()), ...also];
  const real = await Promise.all(roots.map((root) => realpath(root).catch(() => undefined)));
  return [...new Set(real.filter((root) => root !== undefined))];
}

function outside(path: string): PageError {
  return new PageError('page.outside', 'not inside home or on a disk', { facts: { path } });
}
