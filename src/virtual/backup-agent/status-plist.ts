import { asDict, booleanIn, dateIn, stringIn } from '../../wire/plist/access.ts';
import { encodeBinary } from '../../wire/plist/binary-encode.ts';
import { decodePlist } from '../../wire/plist/decode.ts';

export type SnapshotState = 'uploading' | 'moving' | 'removing' | 'finished';

/** What the phone keeps in `Status.plist` about the backup around it. */
export interface BackupStatus {
  /** Of the run that wrote it; upper case. */
  readonly uuid: string;
  readonly date: Date;
  /** `empty`, `old` or `new`. */
  readonly backupState: string;
  readonly snapshotState: string;
  readonly isFullBackup: boolean;
  /** `3.3` since iOS 10. */
  readonly version: string;
}

export const STATUS_VERSION = '3.3';

export function encodeStatus(status: BackupStatus): Buffer {
  return encodeBinary({
    UUID: status.uuid,
    IsFullBackup: status.isFullBackup,
    BackupState: status.backupState,
    Version: status.version,
    SnapshotState: status.snapshotState,
    Date: status.date,
  });
}

/** Throws WireError when it is no status at all. */
export function decodeStatus(bytes: Uint8Array): BackupStatus {
  const dict = asDict(decodePlist(bytes), 'Status.plist');
  return {
    uuid: stringIn(dict, 'UUID'),
    date: dateIn(dict, 'Date'),
    backupState: stringIn(dict, 'BackupState'),
    snapshotState: stringIn(dict, 'SnapshotState'),
    isFullBackup: booleanIn(dict, 'IsFullBackup'),
    version: stringIn(dict, 'Version'),
  };
}
