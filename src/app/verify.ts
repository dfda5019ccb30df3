import { type Verification, verify } from '../archive/verify.ts';

export { isHarmless } from '../archive/finding.ts';

import { viewOfFolder } from '../vault/backup-view.ts';
import { type BackupFolder, findBackup } from './find-backup.ts';

export interface VerifyRequest {
  /** The backup's folder, or the one that holds it. */
  readonly folder: string;
  readonly udid?: string;
  readonly password?: string;
}

/** Verifies a backup as it lies on the disk; changes nothing. */
export async function verifyBackup(
  request: VerifyRequest,
  onProgress: (files: number, of: number) => void,
  signal: AbortSignal,
): Promise<{ backup: BackupFolder; verification: Verification }> {
  const backup = await findBackup(request.folder, request.udid);
  const verification = await verify(viewOfFolder(backup.path), {
    udid: backup.udid,
    onProgress,
    signal,
    ...(request.password !== undefined && { password: request.password }),
  });
  return { backup, verification };
}
