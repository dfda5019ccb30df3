import type { PlistLiteral } from '../../wire/plist/value.ts';
import type { VirtualPhone } from '../phone.ts';

/** What iOS takes of the flash for itself. */
const SYSTEM_BYTES = 14_000_000_000;
/** Kept back from apps. */
const RESERVED_BYTES = 209_715_200;

export function batteryDomain({ battery }: VirtualPhone): PlistLiteral {
  return {
    BatteryCurrentCapacity: Math.round(battery.percent),
    BatteryIsCharging: battery.charging && battery.percent < 100,
    ExternalChargeCapable: battery.charging,
    ExternalConnected: battery.charging,
    FullyCharged: battery.percent >= 100,
    GasGaugeCapability: true,
    HasBattery: true,
  };
}

/** Bytes. `AmountDataAvailable` is what apps may still write. */
export function diskUsageDomain({ storage }: VirtualPhone): PlistLiteral {
  const data = storage.capacity - SYSTEM_BYTES;
  return {
    AmountDataAvailable: Math.max(0, storage.free - RESERVED_BYTES),
    AmountDataReserved: RESERVED_BYTES,
    AmountRestoreAvailable: storage.free,
    MobileApplicationUsage: Math.floor((data - storage.free) / 2),
    PhotoUsage: Math.floor((data - storage.free) / 4),
    TotalDataAvailable: storage.free,
    TotalDataCapacity: data,
    TotalDiskCapacity: storage.capacity,
    TotalSystemAvailable: 0,
    TotalSystemCapacity: SYSTEM_BYTES,
  };
}

export function factoryDiskUsageDomain({ storage }: VirtualPhone): PlistLiteral {
  return {
    AmountDataAvailable: Math.max(0, storage.free - RESERVED_BYTES),
    AmountDataReserved: RESERVED_BYTES,
    TotalDataAvailable: storage.free,
    TotalDataCapacity: storage.capacity - SYSTEM_BYTES,
    TotalDiskCapacity: storage.capacity,
    TotalSystemAvailable: 0,
    TotalSystemCapacity: SYSTEM_BYTES,
  };
}
