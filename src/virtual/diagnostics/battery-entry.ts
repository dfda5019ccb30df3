import type { PlistLiteral } from '../../wire/plist/value.ts';
import type { VirtualPhone } from '../phone.ts';

/** mAh, of a current phone of middle size. */
const DESIGN_CAPACITY = 3561;
const FULL_MILLIVOLTS = 4400;
const EMPTY_MILLIVOLTS = 3400;
/** Below this a phone throttles and warns. */
const WARN_PERCENT = 20;
const CRITICAL_PERCENT = 5;
const ADAPTER_WATTS = 20;

/** The battery as the power driver shows it (IOPMPowerSource, AppleSmartBattery). */
export function batteryEntry(phone: VirtualPhone): PlistLiteral {
  const { battery } = phone;
  const full = Math.round((DESIGN_CAPACITY * battery.healthPercent) / 100);
  const now = Math.round((full * battery.percent) / 100);
  const millivolts =
    EMPTY_MILLIVOLTS + Math.round(((FULL_MILLIVOLTS - EMPTY_MILLIVOLTS) * battery.percent) / 100);
  const milliamperes = battery.charging ? (battery.percent >= 100 ? 0 : 1450) : -380;
  return {
    AbsoluteCapacity: now,
    AdapterDetails: battery.charging ? adapter() : { FamilyCode: 0 },
    Amperage: milliamperes,
    AppleRawBatteryVoltage: millivolts,
    AppleRawCurrentCapacity: now,
    AppleRawMaxCapacity: full,
    AtCriticalLevel: battery.percent <= CRITICAL_PERCENT,
    AtWarnLevel: battery.percent <= WARN_PERCENT,
    BatteryInstalled: true,
    CurrentCapacity: Math.round(battery.percent),
    CycleCount: battery.cycles,
    DesignCapacity: DESIGN_CAPACITY,
    ExternalConnected: battery.charging,
    FullyCharged: battery.percent >= 100,
    InstantAmperage: milliamperes,
    IsCharging: battery.charging && battery.percent < 100,
    MaxCapacity: 100,
    NominalChargeCapacity: full,
    NotChargingReason: 0,
    Serial: phone.identity.serialNumber,
    Temperature: Math.round(battery.celsius * 100),
    UpdateTime: Math.floor(phone.now().getTime() / 1000),
    VirtualTemperature: Math.round(battery.celsius * 100),
    Voltage: millivolts,
  };
}

/** The short form of the diagnostics "GasGauge". */
export function gasGauge({ battery }: VirtualPhone): PlistLiteral {
  return {
    CycleCount: battery.cycles,
    DesignCapacity: DESIGN_CAPACITY,
    FullChargeCapacity: Math.round((DESIGN_CAPACITY * battery.healthPercent) / 100),
    Status: 'Success',
  };
}

function adapter(): PlistLiteral {
  return {
    AdapterVoltage: 9000,
    Current: 2220,
    Description: 'pd charger',
    FamilyCode: -536_723_447,
    IsWireless: false,
    Watts: ADAPTER_WATTS,
  };
}
