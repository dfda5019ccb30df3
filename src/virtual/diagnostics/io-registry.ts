import type { PlistLiteral } from '../../wire/plist/value.ts';
import type { VirtualPhone } from '../phone.ts';
import { batteryEntry } from './battery-entry.ts';

const PLANES = new Set(['IODeviceTree', 'IOService', 'IOPower', 'IOUSB']);
const BATTERY_NAMES = new Set(['AppleSmartBattery', 'AppleARMPMUCharger']);
const BATTERY_CLASSES = new Set(['AppleSmartBattery', 'IOPMPowerSource']);

/** One entry's properties, by its name or its class; undefined when there is none. */
export function findEntry(phone: VirtualPhone, name: string, className: string): PlistLiteral | undefined {
  if (BATTERY_NAMES.has(name) || BATTERY_CLASSES.has(className)) return batteryEntry(phone);
  if (name === 'device-tree') return deviceTree(phone);
  return undefined;
}

/** A plane as a tree of a few entries: enough to see what it looks like. The default plane is IOService. */
export function registryPlane(phone: VirtualPhone, plane: string): PlistLiteral | undefined {
  if (!PLANES.has(plane)) return undefined;
  const board = phone.identity.model.board;
  return {
    IORegistryEntryChildren: [plane === 'IODeviceTree' ? deviceTree(phone) : platformExpert(phone)],
    IORegistryEntryID: 4_294_967_552n,
    IORegistryEntryName: 'Root',
    IOKitBuildVersion: 'Darwin Kernel Version 25.2.0',
    OSBuildVersion: phone.build,
    'platform-name': board,
  };
}

function deviceTree({ identity }: VirtualPhone): PlistLiteral {
  return {
    IORegistryEntryName: 'device-tree',
    compatible: Buffer.from(`${identity.model.board}\0${identity.productType}\0AppleARM\0`),
    model: Buffer.from(`${identity.productType}\0`),
    'serial-number': Buffer.from(identity.serialNumber),
  };
}

function platformExpert(phone: VirtualPhone): PlistLiteral {
  return {
    IOClass: 'IOPlatformExpertDevice',
    IORegistryEntryChildren: [
      { ...batteryEntry(phone), IOClass: 'AppleSmartBattery', IORegistryEntryName: 'AppleSmartBattery' },
    ],
    IORegistryEntryName: phone.identity.model.board,
  };
}
