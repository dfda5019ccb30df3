import { isThawError } from '../kit/errors.ts';
import { anyPassword, askBackupPassword, type PasswordOptions } from './backup-password.ts';

/**
 * The password of a backup that may be damaged: where its Manifest.plist cannot be read nobody sees that it needs one, so
 * one that was given is taken all the same.
 */
export async function passwordIfAny(
  folder: string,
  options: PasswordOptions,
  signal: AbortSignal,
): Promise<string | undefined> {
  if (options.passwordFd !== undefined || process.env['THAW_BACKUP_PASSWORD'])
    return await anyPassword(options.udid ?? '', options.passwordFd, signal);
  return await askBackupPassword(folder, options, signal).catch((thrown: unknown) => {
    if (isThawError(thrown, 'backup.none-here')) return undefined;
    throw thrown;
  });
}
