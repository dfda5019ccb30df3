import { statfs } from 'node:fs/promises';

/** How many more files the disk takes; undefined where it keeps no fixed table of them (Btrfs, FAT, APFS). */
export async function freeFilesOf(folder: string): Promise<number | undefined> {
  const { files, ffree } = await statfs(folder);
  return files > 0 ? ffree : undefined;
}
