import { type Computer, thisComputer } from '../computer.ts';
import { lookAtLinuxDisk } from '../linux/disks.ts';
import { lookAtMacDisk } from '../macos/disks.ts';
import { lookAtWindowsDisk } from '../windows/disks.ts';
import type { DiskLook } from './disk-look.ts';

/** What the system tells of the disk that a folder lies on. Writes nothing; what cannot be learned is left out. */
export async function lookAtDisk(
  folder: string,
  signal: AbortSignal,
  computer: Computer = thisComputer(),
): Promise<DiskLook> {
  switch (computer.system) {
    case 'linux':
      return await lookAtLinuxDisk(folder, computer.root);
    case 'macos':
      return await lookAtMacDisk(folder, signal);
    case 'windows':
      return await lookAtWindowsDisk(folder, signal);
  }
}
