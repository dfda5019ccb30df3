import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseStatus } from '../../archive/metadata.ts';
import { readMetadata } from '../../archive/read-metadata.ts';
import { viewOfFolder } from '../../vault/backup-view.ts';
import { ifThere } from '../places/if-there.ts';

/**
 * True when a backup folder says that it is finished, and has said so only since then (milliseconds since 1970): an
 * earlier backup says the same all the while until the phone writes over it at the end. Rejects with `folder.forbidden`.
 */
export async function finishedSince(folder: string, sinceMs: number): Promise<boolean> {
  const written = await ifThere(folder, () => stat(join(folder, 'Status.plist')));
  if (!written || written.mtimeMs <= sinceMs) return false;
  const status = await readMetadata(viewOfFolder(folder), 'Status.plist', parseStatus);
  return status.state === 'read' && status.value.snapshotState === 'finished';
}
