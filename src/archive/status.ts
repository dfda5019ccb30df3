import { type BackupView, viewOfFolder } from '../vault/backup-view.ts';
import { asDict } from '../wire/plist/access.ts';
import { encodeBinary } from '../wire/plist/binary-encode.ts';
import { decodePlist } from '../wire/plist/decode.ts';
import { pathIn } from './backup-files.ts';
import { readMetadata } from './read-metadata.ts';

/** True when a folder holds what some program takes for a backup. */
export async function hasBackup(folder: string): Promise<boolean> {
  return (await viewOfFolder(folder).stat(pathIn('Status.plist'))) !== undefined;
}

/** The backup's Status.plist, saying in Apple's own terms that files are being moved and it is not to be used now. */
export async function movingStatus(view: BackupView): Promise<Buffer> {
  const status = await readMetadata(view, 'Status.plist', (bytes) =>
    asDict(decodePlist(bytes), 'Status.plist'),
  );
  // A state that is brought back may be a damaged one.
  const entries = status.state === 'read' ? status.value : [];
  return encodeBinary(new Map([...entries, ['SnapshotState', 'moving']]));
}
