import type { PlistInput, PlistLiteral } from '../../wire/plist/value.ts';
import type { VirtualPhone } from '../phone.ts';

/** Since iOS 17.4 the relay answers MobileGestalt with a status and no values. */
export function mobileGestalt(phone: VirtualPhone, keys: readonly string[]): PlistLiteral {
  if (isDeprecated(phone)) return { Status: 'MobileGestaltDeprecated' };
  const known = gestaltValues(phone);
  return { ...Object.fromEntries(keys.map((key) => [key, known.get(key)])), Status: 'Success' };
}

function isDeprecated({ iosVersion }: VirtualPhone): boolean {
  const [major = 0, minor = 0] = iosVersion.split('.').map(Number);
  return major > 17 || (major === 17 && minor >= 4);
}

function gestaltValues(phone: VirtualPhone): ReadonlyMap<string, PlistInput> {
  return new Map<string, PlistInput>([
    ['BuildVersion', phone.build],
    ['DeviceName', phone.name],
    ['PasswordConfigured', phone.passcodeSet],
    ['PasswordProtected', phone.passcodeSet],
    ['ProductType', phone.identity.productType],
    ['ProductVersion', phone.iosVersion],
    ['SerialNumber', phone.identity.serialNumber],
    ['UniqueDeviceID', phone.udid],
  ]);
}
