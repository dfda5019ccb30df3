import { readSmall } from '../archive/backup-files.ts';
import { parseManifestPlist } from '../archive/metadata.ts';
import { ThawError } from '../kit/errors.ts';
import { type BackupView, viewOfFolder } from '../vault/backup-view.ts';
import { findBackup } from './find-backup.ts';

export { rememberedPassword } from '../host/keychain.ts';

/** Which phone a backup is of and whether it takes a password to read it. Rejects with `backup.none-here`. */
export async function lockOfBackup(
  folder: string,
  udid: string | undefined,
): Promise<{ readonly udid: string; readonly encrypted: boolean }> {
  const backup = await findBackup(folder, udid);
  return { udid: backup.udid, encrypted: await isEncrypted(viewOfFolder(backup.path)) };
}

/** False also where Manifest.plist is missing or cannot be read: then no password helps. */
export async function isEncrypted(view: BackupView): Promise<boolean> {
  try {
    const bytes = await readSmall(view, 'Manifest.plist');
    return bytes !== undefined && bytes.length > 0 && parseManifestPlist(bytes).encrypted;
  } catch (thrown) {
    if (thrown instanceof ThawError) return false;
    throw thrown;
  }
}
