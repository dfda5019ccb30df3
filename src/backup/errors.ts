import { ThawError } from '../kit/errors.ts';

/** How a conversation with the phone's backup daemon can end other than well. */
export type BackupErrorCode =
  | 'backup.link-lost'
  | 'backup.version'
  | 'backup.locked'
  | 'backup.wrong-password'
  | 'backup.no-space'
  | 'backup.phone-full'
  | 'backup.phone-busy'
  | 'backup.phone-storage'
  | 'backup.earlier-damaged'
  | 'backup.files-unreadable'
  | 'backup.cancelled-on-phone'
  | 'backup.sync-locked'
  | 'backup.setup-unfinished'
  | 'backup.icloud-restore'
  | 'backup.encryption-enforced'
  | 'backup.refused'
  | 'backup.write-failed'
  | 'backup.not-finished';

/** `facts.errorCode` and `facts.text` carry the phone's own words where it gave any. */
export class BackupError extends ThawError<BackupErrorCode> {}
