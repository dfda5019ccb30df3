import { writeFile } from 'node:fs/promises';
import { runProgram } from '../host/program.ts';
import { LabError } from './errors.ts';

/** The kernel's own brake for block devices, of control groups in their first version; in the second the root has none. */
const BRAKE = '/sys/fs/cgroup/blkio/blkio.throttle.write_bps_device';

/** From now on this block device takes no more than that. Rejects with `lab.not-here` where the kernel has no such brake. */
export async function slowDown(device: string, bytesPerSecond: number): Promise<AsyncDisposable> {
  const { stdout } = await runProgram('stat', ['--format=%Hr:%Lr', device]);
  const number = stdout.trim();
  try {
    await writeFile(BRAKE, `${number} ${bytesPerSecond}`);
  } catch (cause) {
    throw new LabError('lab.not-here', 'skipped: no disk can be slowed down here', { cause });
  }
  return {
    [Symbol.asyncDispose]: async () => await writeFile(BRAKE, `${number} 0`).catch(() => undefined),
  };
}
