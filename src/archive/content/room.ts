import { statfsSync } from 'node:fs';
import { freemem } from 'node:os';

/** How Linux numbers file systems that live in memory: tmpfs and ramfs. */
const IN_MEMORY: ReadonlySet<number> = new Set([0x01021994, 0x858458f6]);

/** True where a copy of so many bytes leaves at least as much again for others: on the disk, or in the memory behind it. */
export function hasRoom(folder: string, bytes: number): boolean {
  const { type, bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  return 2 * bytes <= (IN_MEMORY.has(type) ? Math.min(free, freemem()) : free);
}
