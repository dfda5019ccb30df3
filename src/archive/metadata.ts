import {
  asDict,
  maybeBooleanIn,
  maybeDataIn,
  maybeDateIn,
  maybeDictIn,
  maybeStringIn,
} from '../wire/plist/access.ts';
import { decodePlist } from '../wire/plist/decode.ts';
import type { PlistDict } from '../wire/plist/value.ts';

/** Status.plist: how far the last run came, as the phone wrote it. */
export interface Status {
  readonly backupState: string;
  readonly snapshotState: string;
  readonly version: string;
  readonly full: boolean;
}

export interface ManifestPlist {
  readonly encrypted: boolean;
  readonly keybag: Uint8Array | undefined;
  /** u32le class, then the wrapped key of Manifest.db; only in encrypted backups since iOS 10.2. */
  readonly manifestKey: Uint8Array | undefined;
  readonly udid: string | undefined;
  readonly iosVersion: string | undefined;
}

export interface Info {
  readonly udid: string | undefined;
  readonly deviceName: string | undefined;
  /** As `iPhone17,3`. */
  readonly productType: string | undefined;
  readonly iosVersion: string | undefined;
  readonly lastBackup: Date | undefined;
}

export function parseStatus(bytes: Uint8Array): Status {
  const dict = rootOf(bytes, 'Status.plist');
  return {
    backupState: maybeStringIn(dict, 'BackupState') ?? '',
    snapshotState: maybeStringIn(dict, 'SnapshotState') ?? '',
    version: maybeStringIn(dict, 'Version') ?? '',
    full: maybeBooleanIn(dict, 'IsFullBackup') ?? false,
  };
}

export function parseManifestPlist(bytes: Uint8Array): ManifestPlist {
  const dict = rootOf(bytes, 'Manifest.plist');
  const lockdown = maybeDictIn(dict, 'Lockdown');
  return {
    encrypted: maybeBooleanIn(dict, 'IsEncrypted') ?? false,
    keybag: maybeDataIn(dict, 'BackupKeyBag'),
    manifestKey: maybeDataIn(dict, 'ManifestKey'),
    udid: lockdown && maybeStringIn(lockdown, 'UniqueDeviceID'),
    iosVersion: lockdown && maybeStringIn(lockdown, 'ProductVersion'),
  };
}

export function parseInfo(bytes: Uint8Array): Info {
  const dict = rootOf(bytes, 'Info.plist');
  return {
    udid: maybeStringIn(dict, 'Target Identifier') ?? maybeStringIn(dict, 'Unique Identifier'),
    deviceName: maybeStringIn(dict, 'Device Name'),
    productType: maybeStringIn(dict, 'Product Type'),
    iosVersion: maybeStringIn(dict, 'Product Version'),
    lastBackup: maybeDateIn(dict, 'Last Backup Date'),
  };
}

function rootOf(bytes: Uint8Array, name: string): PlistDict {
  return asDict(decodePlist(bytes), name);
}
