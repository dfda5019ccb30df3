import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DiskLook, isRemote } from '../disks/disk-look.ts';

/**
 * Reads /proc/self/mountinfo (proc(5)): `36 35 98:0 /mnt1 /mnt2 rw,noatime master:1 - ext3 /dev/root rw`. Of mounts above
 * one another the innermost counts, and of several at one place the last.
 */
export async function lookAtLinuxDisk(folder: string, root = ''): Promise<DiskLook> {
  const table = await readFile(join(root, '/proc/self/mountinfo'), 'utf8').catch(() => '');
  let found: DiskLook = {};
  for (const line of table.split('\n')) {
    const [mount = '', source = ''] = line.split(' - ');
    const [, , , , point, options = ''] = mount.split(' ');
    const [fileSystem, , superOptions = ''] = source.split(' ');
    if (point === undefined || fileSystem === undefined) continue;
    const mountPoint = unescaped(point);
    if (!isAbove(mountPoint, folder) || mountPoint.length < (found.mountPoint?.length ?? 0)) continue;
    const readOnly = [...options.split(','), ...superOptions.split(',')].includes('ro');
    found = { fileSystem, readOnly, remote: isRemote(fileSystem), mountPoint };
  }
  return found;
}

/** Spaces and the like are written as `\040`. */
function unescaped(path: string): string {
  return path.replace(/\\([0-7]{3})/g, (_, octal) => String.fromCharCode(Number.parseInt(octal, 8)));
}

function isAbove(point: string, folder: string): boolean {
  return point === '/' || folder === point || folder.startsWith(`${point}/`);
}
