import type { BackupSize } from '../../app/places/backup-size.ts';
import type { BackupCard } from '../contract/backups.ts';
import type { LastBackup } from '../contract/phones.ts';
import type { Shelved } from './shelf.ts';

/** What the server knows of a backup at the moment. */
export interface BackupNow {
  readonly open: boolean;
  readonly run: string | undefined;
  readonly size: BackupSize | undefined;
}

/** A backup as the list shows it. */
export function backupCardOf(
  { backup, place, verified }: Shelved,
  { open, run, size }: BackupNow,
): BackupCard {
  const { id, path, udid, encrypted, state, generations } = backup;
  return {
    ...{ id, path, udid, place, encrypted, state, generations },
    phoneName: backup.phoneName ?? null,
    model: backup.model ?? null,
    productType: backup.productType ?? null,
    iosVersion: backup.iosVersion ?? null,
    at: backup.at?.toISOString() ?? null,
    bytes: verified?.bytes ?? size?.bytes ?? null,
    files: verified?.files ?? size?.files ?? null,
    verified: verified ? { at: verified.at, depth: verified.depth, sound: verified.sound } : null,
    open: !encrypted || open,
    run: run ?? null,
  };
}

/** The newest whole backup of a phone. */
export function lastBackupOf(shelved: readonly Shelved[], udid: string): LastBackup | undefined {
  const last = shelved.find(({ backup }) => backup.udid === udid && backup.at && backup.state === 'whole');
  if (!last?.backup.at) return undefined;
  const { id, path, at, encrypted } = last.backup;
  const { verified } = last;
  return {
    ...{ id, path, encrypted },
    at: at.toISOString(),
    verified: verified?.sound ?? false,
    bytes: verified?.bytes ?? null,
  };
}
