import { numberOf } from '../../wire/plist/access.ts';
import type { PlistValue } from '../../wire/plist/value.ts';
import type { VirtualPhone } from '../phone.ts';
import { LockdownError } from './request.ts';

type Setter = (phone: VirtualPhone, value: PlistValue) => void;

/** What a computer may change, by domain and key. */
const SETTERS: ReadonlyMap<string, Setter> = new Map<string, Setter>([
  ['/DeviceName', (phone, value) => phone.rename(text(value))],
  ['/TimeIntervalSince1970', setTime],
  ['/TimeZone', setTimeZone],
  ['/UntrustedHostBUID', () => undefined],
  ['com.apple.mobile.wireless_lockdown/EnableWifiConnections', setWifiConnections],
  // Whether a real phone lets a computer write it is not known; one that does not answers SetProhibited.
  ['com.apple.mobile.backup/CloudBackupEnabled', setCloudBackup],
]);

/** Changes a value; refuses with SetProhibited what only the phone itself may change. */
export function writeValue(
  phone: VirtualPhone,
  domain: string | undefined,
  key: string,
  value: PlistValue,
): void {
  const set = SETTERS.get(`${domain ?? ''}/${key}`);
  if (!set) throw new LockdownError('SetProhibited');
  set(phone, value);
}

function setTime(phone: VirtualPhone, value: PlistValue): void {
  const seconds = numberOf(value);
  if (seconds === undefined) throw new LockdownError('ImmutableValue');
  phone.skewMs = seconds * 1000 - phone.clock.now().getTime();
}

function setTimeZone(phone: VirtualPhone, value: PlistValue): void {
  const zone = text(value);
  if (!Intl.supportedValuesOf('timeZone').includes(zone)) throw new LockdownError('ImmutableValue');
  phone.timeZone = zone;
}

function setWifiConnections(phone: VirtualPhone, value: PlistValue): void {
  phone.wifi.set('offered', value === true);
}

function setCloudBackup(phone: VirtualPhone, value: PlistValue): void {
  phone.backup.cloudBackupEnabled = value === true;
}

function text(value: PlistValue): string {
  if (typeof value !== 'string' || value === '') throw new LockdownError('ImmutableValue');
  return value;
}
