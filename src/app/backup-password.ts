import { readSmall } from '../archive/backup-files.ts';
import { ArchiveError } from '../archive/errors.ts';
import { parseManifestPlist } from '../archive/metadata.ts';
import { readMetadata } from '../archive/read-metadata.ts';
import { unlock } from '../archive/unlock.ts';
import { isThawError, ThawError } from '../kit/errors.ts';
import { type BackupView, viewOfFolder } from '../vault/backup-view.ts';
import { findBackup } from './find-backup.ts';
import { ifThere } from './places/if-there.ts';

export {
  assertKeychain,
  forgetPassword,
  rememberedPassword,
  rememberPassword,
} from '../host/keychain.ts';

/** Which phone a backup is of and whether it takes a password to read it. Rejects with `backup.none-here` or `folder.forbidden`. */
export async function lockOfBackup(
  folder: string,
  udid: string | undefined,
): Promise<{ readonly udid: string; readonly encrypted: boolean }> {
  const backup = await findBackup(folder, udid);
  const encrypted = await ifThere(backup.path, () => isEncrypted(viewOfFolder(backup.path)));
  return { udid: backup.udid, encrypted: encrypted ?? false };
}

/**
 * Resolves when the password opens the backup. Nothing but its Manifest.plist is read, and the time is that of the
 * derivation the phone chose: seconds, off the main thread. Rejects with `archive.wrong-password`, `archive.damaged`, or
 * `usage` for a backup without a password.
 */
export async function checkBackupPassword(
  folder: string,
  udid: string,
  password: string,
  signal: AbortSignal,
): Promise<{ readonly path: string }> {
  const { path } = await findBackup(folder, udid);
  const manifest = await readMetadata(viewOfFolder(path), 'Manifest.plist', parseManifestPlist);
  if (manifest.state !== 'read') {
    const reason = manifest.state === 'damaged' ? manifest.reason : 'missing';
    throw new ArchiveError('archive.damaged', reason, { facts: { file: 'Manifest.plist', reason } });
  }
  if (!manifest.value.encrypted) throw notEncrypted();
  if (await unlock(manifest.value, password, signal)) return { path };
  throw new ArchiveError('archive.wrong-password', 'the password does not open the backup');
}

function notEncrypted(): ThawError {
  const message = 'This backup is not encrypted: it has no password.';
  return new ThawError('usage', message, { facts: { message } });
}

/** False also where Manifest.plist is missing or cannot be read: then no password helps. */
export async function isEncrypted(view: BackupView): Promise<boolean> {
  try {
    const bytes = await readSmall(view, 'Manifest.plist');
    return bytes !== undefined && bytes.length > 0 && parseManifestPlist(bytes).encrypted;
  } catch (thrown) {
    if (isThawError(thrown)) return false;
    throw thrown;
  }
}
