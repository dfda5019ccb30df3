import { type BackupPath, backupPath } from '../vault/backup-path.ts';
import type { BackupView } from '../vault/backup-view.ts';

/** Metadata is small; a Manifest.plist with hundreds of apps has a few hundred kilobytes. */
const MAX_PLIST_BYTES = 64 * 1024 * 1024;
const ROOT = 'backup';

/** A path inside a backup, however its folder is called. */
export function pathIn(path: string): BackupPath {
  return backupPath(`${ROOT}/${path}`, ROOT);
}

/** The whole of a small file; undefined when it is not there. */
export async function readSmall(view: BackupView, path: string): Promise<Buffer | undefined> {
  await using source = await view.open(pathIn(path));
  if (!source) return undefined;
  if (source.size > MAX_PLIST_BYTES) throw new Error(`${path} has ${source.size} bytes`);
  const chunks: Buffer[] = [];
  for await (const chunk of source.chunks(256 * 1024)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
