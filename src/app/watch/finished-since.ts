import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseStatus } from '../../archive/metadata.ts';
import { readMetadata } from '../../archive/read-metadata.ts';
import { viewOfFolder } from '../../vault/backup-view.ts';

/**
 * True when a backup folder says that it is finished, and has said so only since then (milliseconds since 1970): an
 * earlier backup says the same all the while until the phone writes over it at the end.
 */
export async function finishedSince(folder: string, sinceMs: number): Promise<boolean> {
  const written = await stat(join(folder, 'Status.plist')).catch(() => undefined);
  if (!written || written.mtimeMs <= sinceMs) return false;
  const status = await readMetadata(viewOfFolder(folder), 'Status.plist', parseStatus).catch(() => undefined);
  return status?.state === 'read' && status.value.snapshotState === 'finished';
}
