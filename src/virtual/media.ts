import type { FileLock } from './afc/file-lock.ts';
import { FileTree } from './afc/file-tree.ts';

/** By an exclusive lock on this file the programs that sync or back up keep off each other. */
const SYNC_LOCK_PATH = '/com.apple.itunes.lock_sync';
const FOLDERS = [
  'AirFair',
  'Books',
  'DCIM/100APPLE',
  'Downloads',
  'Photos',
  'PhotoData',
  'PublicStaging',
  'Recordings',
  'iTunes_Control/Music',
  'iTunes_Control/iTunes',
];

/** /var/mobile/Media as it looks on a phone that was never synced. */
export function makeMedia(now: () => Date): FileTree {
  const media = new FileTree(now);
  for (const folder of FOLDERS) media.makeDirectory(folder);
  return media;
}

export function syncLockOf(media: FileTree): FileLock {
  return media.lockAt(SYNC_LOCK_PATH);
}
