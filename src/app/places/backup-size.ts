import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ifThere } from './if-there.ts';

/** What lies in a backup's folder. */
export interface BackupSize {
  readonly files: number;
  readonly bytes: number;
}

/** Where the phone's files lie since iOS 10; before, all in the backup's own folder. */
const FILES_FOLDER = /^[0-9a-f]{2}$/;
const FILE = /^[0-9a-f]{40}$/;

/**
 * Counts the phone's files in a backup, a folder at a time so that nothing else waits for it. Links are not followed.
 * Rejects with `folder.forbidden` or `archive.unreadable` rather than count only what can be seen.
 */
export async function sizeOfBackup(path: string, signal: AbortSignal): Promise<BackupSize> {
  const names = (await ifThere(path, () => readdir(path))) ?? [];
  const folders = names.filter((name) => FILES_FOLDER.test(name));
  let sum: BackupSize = { files: 0, bytes: 0 };
  for (const folder of ['', ...folders]) {
    signal.throwIfAborted();
    const { files, bytes } = await sizeOfFolder(join(path, folder));
    sum = { files: sum.files + files, bytes: sum.bytes + bytes };
  }
  return sum;
}

async function sizeOfFolder(folder: string): Promise<BackupSize> {
  const entries = (await ifThere(folder, () => readdir(folder, { withFileTypes: true }))) ?? [];
  const files = entries.filter((entry) => entry.isFile() && FILE.test(entry.name));
  const sizes = await Promise.all(
    files.map(async ({ name }) => (await ifThere(folder, () => stat(join(folder, name))))?.size ?? 0),
  );
  return { files: files.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}
