import { mkdir, mkdtemp, rm, rmdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runProgram } from '../host/program.ts';
import { LabError } from './errors.ts';
import { slowDown } from './slow-device.ts';

/** A real file system of its own, for as long as it is used. */
export interface Disk extends AsyncDisposable {
  readonly path: string;
  makeReadOnly(): Promise<void>;
  /** As a drive that is pulled out while it is in use. */
  takeAway(): Promise<void>;
  /** Nothing is written until the returned handle is disposed, as on a drive that hangs. */
  hang(): Promise<AsyncDisposable>;
}

export type DiskKind = 'memory' | 'fat' | 'ext4';

export interface DiskSize {
  readonly bytes: number;
  /** Of a `memory` one: so many it holds. */
  readonly files?: number | undefined;
  /** Of any other: as fast as it writes. */
  readonly bytesPerSecond?: number | undefined;
}

/** Mounts such a disk under `place`. Rejects with `lab.not-here` where that is not permitted. */
export async function mountDisk(
  kind: DiskKind,
  { bytes, files, bytesPerSecond }: DiskSize,
  place: string,
): Promise<Disk> {
  const home = await mkdtemp(join(place, 'disk-'));
  const path = join(home, 'mounted');
  await mkdir(path);
  if (kind === 'memory') {
    const limits = [`size=${bytes}`, ...(files === undefined ? [] : [`nr_inodes=${files}`])].join();
    await must('mount', '-t', 'tmpfs', '-o', limits, 'tmpfs', path);
    return disk(home, path, async () => undefined);
  }
  const image = join(home, 'image');
  await writeFile(image, '');
  await truncate(image, bytes);
  const device = await must('losetup', '--find', '--show', image);
  await using stack = new AsyncDisposableStack();
  stack.defer(async () => void (await runProgram('losetup', ['--detach', device])));
  for (const [make, ...mount] of WAYS[kind]) {
    if (!(await works(make, device))) continue;
    const [command = 'mount', ...args] = mount;
    if (!(await works(command, ...args, device, path))) continue;
    if (bytesPerSecond !== undefined) {
      stack.use(await slowDown(device, bytesPerSecond));
      // Else memory takes what such a disk does not, and a small backup never meets it.
      await must('mount', '-o', 'remount,sync', path);
    }
    const all = stack.move();
    return disk(home, path, () => all.disposeAsync());
  }
  throw new LabError('lab.not-here', `skipped: no ${kind} file system can be mounted here`);
}

/** Ways to come by a file system: the program that makes it, then the one that mounts it. */
const WAYS: Readonly<Record<Exclude<DiskKind, 'memory'>, readonly (readonly [string, ...string[]])[]>> = {
  fat: [
    ['mkfs.vfat', 'mount', '-t', 'vfat'],
    ['mkfs.exfat', 'mount', '-t', 'exfat'],
    ['mkfs.exfat', 'mount.exfat-fuse'],
  ],
  ext4: [['mkfs.ext4', 'mount', '-t', 'ext4']],
};

function disk(home: string, path: string, free: () => Promise<void>): Disk {
  return {
    path,
    makeReadOnly: async () => void (await must('mount', '-o', 'remount,ro', path)),
    takeAway: async () => {
      await runProgram('umount', ['--lazy', path]);
      // Desktops take the mount point away with the drive.
      await rmdir(path).catch(() => undefined);
    },
    hang: async () => {
      await must('fsfreeze', '--freeze', path);
      return {
        [Symbol.asyncDispose]: async () => void (await runProgram('fsfreeze', ['--unfreeze', path])),
      };
    },
    [Symbol.asyncDispose]: async () => {
      await runProgram('fsfreeze', ['--unfreeze', path]).catch(() => undefined);
      await runProgram('umount', ['--lazy', path]);
      await free();
      await rm(home, { recursive: true, force: true });
    },
  };
}

async function works(file: string, ...args: readonly string[]): Promise<boolean> {
  try {
    return (await runProgram(file, args)).status === 0;
  } catch {
    return false;
  }
}

/** What the program printed. */
async function must(file: string, ...args: readonly string[]): Promise<string> {
  try {
    const { status, stdout, stderr } = await runProgram(file, args);
    if (status === 0) return stdout.trim();
    throw new Error(stderr.trim());
  } catch (cause) {
    throw new LabError('lab.not-here', `skipped: needs root and ${file}`, { cause });
  }
}
