import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);
const run = (command: string, ...args: string[]): Promise<{ stdout: string }> =>
  execute(command, args, { timeout: 20_000 });

/** A real disk of its own, for as long as it is used. */
export interface Mounted extends AsyncDisposable {
  readonly path: string;
  readOnly(): Promise<void>;
  /** As a drive that is pulled out while it is in use. */
  takeAway(): Promise<void>;
}

/** A small disk in memory; undefined where mounting is not permitted. */
export async function mountTmpfs(bytes: number): Promise<Mounted | undefined> {
  const place = await mkdtemp(join(tmpdir(), 'thaw-disk-'));
  const path = join(place, 'disk');
  await mkdir(path);
  try {
    await run('mount', '-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', path);
  } catch {
    await rm(place, { recursive: true });
    return undefined;
  }
  return mounted(place, path, async () => undefined);
}

/** A disk of the FAT family, as external drives have: whichever of its drivers this computer has. */
export async function mountFat(bytes: number): Promise<(Mounted & { readonly driver: string }) | undefined> {
  const place = await mkdtemp(join(tmpdir(), 'thaw-disk-'));
  const path = join(place, 'disk');
  const image = join(place, 'image');
  await mkdir(path);
  await writeFile(image, '');
  await truncate(image, bytes);
  let device: string | undefined;
  try {
    device = (await run('losetup', '--find', '--show', image)).stdout.trim();
    const driver = await mountAnyFat(device, path);
    if (driver !== undefined) return { ...mounted(place, path, () => detach(device)), driver };
  } catch {
    // Not permitted here.
  }
  await detach(device);
  await rm(place, { recursive: true });
  return undefined;
}

const FAT_DRIVERS = [
  { driver: 'vfat', make: 'mkfs.vfat', mount: ['mount', '-t', 'vfat'] },
  { driver: 'exfat', make: 'mkfs.exfat', mount: ['mount', '-t', 'exfat'] },
  { driver: 'exfat-fuse', make: 'mkfs.exfat', mount: ['mount.exfat-fuse'] },
] as const;

async function mountAnyFat(device: string, path: string): Promise<string | undefined> {
  for (const { driver, make, mount } of FAT_DRIVERS) {
    const [command, ...args] = mount;
    try {
      await run(make, device);
      await run(command, ...args, device, path);
      return driver;
    } catch {
      // The next one.
    }
  }
  return undefined;
}

async function detach(device: string | undefined): Promise<void> {
  if (device !== undefined) await run('losetup', '--detach', device).catch(() => undefined);
}

function mounted(place: string, path: string, detached: () => Promise<void>): Mounted {
  const umount = (...args: string[]): Promise<unknown> => run('umount', ...args, path).catch(() => undefined);
  return {
    path,
    readOnly: async () => {
      await run('mount', '-o', 'remount,ro', path);
    },
    takeAway: async () => {
      await umount('--lazy');
    },
    async [Symbol.asyncDispose]() {
      await umount('--lazy');
      await detached();
      await rm(place, { recursive: true, force: true });
    },
  };
}
