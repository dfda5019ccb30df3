import { maybeBooleanIn, maybeNumberIn, maybeStringIn } from '../wire/plist/access.ts';
import { PLIST_EPOCH_SECONDS, type PlistDict } from '../wire/plist/value.ts';
import { modelName } from './models.ts';

/** What a phone says about itself. Before it trusts a computer it leaves most of the optional ones out. */
export interface DeviceInfo {
  readonly name: string;
  /** `iPhone17,3` */
  readonly productType: string;
  /** `iPhone 16` */
  readonly model: string;
  readonly iosVersion: string;
  readonly buildVersion: string | undefined;
  readonly serialNumber: string | undefined;
  readonly imei: string | undefined;
  readonly imei2: string | undefined;
  readonly meid: string | undefined;
  readonly iccid: string | undefined;
  readonly phoneNumber: string | undefined;
  /** A passcode is set and the phone is locked, as lockdownd sees it. */
  readonly locked: boolean | undefined;
}

/** Reads lockdownd's default domain. */
export function deviceInfoOf(values: PlistDict): DeviceInfo {
  const productType = maybeStringIn(values, 'ProductType') ?? '';
  return {
    name: maybeStringIn(values, 'DeviceName') ?? '',
    productType,
    model: modelName(productType),
    iosVersion: maybeStringIn(values, 'ProductVersion') ?? '',
    buildVersion: maybeStringIn(values, 'BuildVersion'),
    serialNumber: maybeStringIn(values, 'SerialNumber'),
    imei: maybeStringIn(values, 'InternationalMobileEquipmentIdentity'),
    imei2: maybeStringIn(values, 'InternationalMobileEquipmentIdentity2'),
    meid: maybeStringIn(values, 'MobileEquipmentIdentifier'),
    iccid: maybeStringIn(values, 'IntegratedCircuitCardIdentity'),
    phoneNumber: maybeStringIn(values, 'PhoneNumber'),
    locked: maybeBooleanIn(values, 'PasswordProtected'),
  };
}

/** Domain `com.apple.mobile.backup`. */
export interface BackupSettings {
  /** The next local backup will be encrypted. */
  readonly willEncrypt: boolean;
  /** A management profile allows encrypted backups only. */
  readonly requiresEncryption: boolean;
  readonly cloudBackupEnabled: boolean;
  readonly lastLocalBackup: Date | undefined;
  readonly lastCloudBackup: Date | undefined;
}

export const BACKUP_DOMAIN = 'com.apple.mobile.backup';

export function backupSettingsOf(domain: PlistDict): BackupSettings {
  return {
    willEncrypt: maybeBooleanIn(domain, 'WillEncrypt') ?? false,
    requiresEncryption: maybeBooleanIn(domain, 'RequiresEncryption') ?? false,
    cloudBackupEnabled: maybeBooleanIn(domain, 'CloudBackupEnabled') ?? false,
    lastLocalBackup: dateOf(maybeNumberIn(domain, 'LastiTunesBackupDate')),
    lastCloudBackup: dateOf(maybeNumberIn(domain, 'LastCloudBackupDate')),
  };
}

/** Domain `com.apple.mobile.battery`. */
export interface Battery {
  readonly percent: number | undefined;
  readonly charging: boolean | undefined;
  readonly plugged: boolean | undefined;
}

export const BATTERY_DOMAIN = 'com.apple.mobile.battery';

export function batteryOf(domain: PlistDict): Battery {
  return {
    percent: maybeNumberIn(domain, 'BatteryCurrentCapacity'),
    charging: maybeBooleanIn(domain, 'BatteryIsCharging'),
    plugged: maybeBooleanIn(domain, 'ExternalConnected'),
  };
}

/** Domain `com.apple.disk_usage`, in bytes. */
export interface DiskUsage {
  readonly capacity: number | undefined;
  readonly dataCapacity: number | undefined;
  /** What apps may still write. */
  readonly available: number | undefined;
  /** What a restore may fill. */
  readonly availableToRestore: number | undefined;
}

export const DISK_USAGE_DOMAIN = 'com.apple.disk_usage';

export function diskUsageOf(domain: PlistDict): DiskUsage {
  const free = maybeNumberIn(domain, 'TotalDataAvailable');
  return {
    capacity: maybeNumberIn(domain, 'TotalDiskCapacity'),
    dataCapacity: maybeNumberIn(domain, 'TotalDataCapacity'),
    available: maybeNumberIn(domain, 'AmountDataAvailable') ?? free,
    availableToRestore: maybeNumberIn(domain, 'AmountRestoreAvailable') ?? free,
  };
}

const FIND_MY_DOMAIN = 'com.apple.fmip';

/** Find My is on; undefined when the phone does not say. */
export async function findMyIsOn(phone: Domains, signal: AbortSignal): Promise<boolean | undefined> {
  return maybeBooleanIn(await phone.domain(FIND_MY_DOMAIN, signal), 'IsAssociated');
}

const SETUP_DOMAIN = 'com.apple.purplebuddy';

/** The setup assistant has been gone through; undefined when the phone does not say. */
export async function setupIsDone(phone: Domains, signal: AbortSignal): Promise<boolean | undefined> {
  return maybeBooleanIn(await phone.domain(SETUP_DOMAIN, signal), 'SetupDone');
}

/** It was never activated, or is no longer: it waits for its set-up. `values`: the default domain. */
export function isUnactivated(values: PlistDict): boolean {
  return maybeStringIn(values, 'ActivationState') === 'Unactivated';
}

/** Whoever can be asked for lockdownd's values. */
interface Domains {
  domain(name: string, signal: AbortSignal): Promise<PlistDict>;
}

/** The phone counts these dates in seconds from 2001-01-01 UTC; zero is "never". */
function dateOf(seconds: number | undefined): Date | undefined {
  return seconds ? new Date((PLIST_EPOCH_SECONDS + seconds) * 1000) : undefined;
}
