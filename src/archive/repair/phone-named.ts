import type { BackupView } from '../../vault/backup-view.ts';
import { parseInfo, parseManifestPlist } from '../metadata.ts';
import { readMetadata } from '../read-metadata.ts';

/**
 * The phone a backup is of. Its folder has that name, Info.plist and Manifest.plist say it too; of three that do not
 * agree the two that do are right, and the phone's own file before what only a folder is called.
 */
export async function phoneNamed(view: BackupView, folderName: string): Promise<string> {
  // Finder names the copies it keeps after the phone and the time.
  const folder = folderName.replace(/-\d{8}-\d{6}$/, '');
  const manifest = await readMetadata(view, 'Manifest.plist', parseManifestPlist);
  const info = await readMetadata(view, 'Info.plist', parseInfo);
  const said = [manifest, info].flatMap((read) =>
    read.state === 'read' && read.value.udid !== undefined ? [read.value.udid] : [],
  );
  const isFolders = said.length === 0 || said.some((udid) => udid.toLowerCase() === folder.toLowerCase());
  return isFolders ? folder : (said[0] ?? folder);
}
