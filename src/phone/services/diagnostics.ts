import { maybeBooleanIn, maybeDictIn, maybeNumberIn, maybeStringIn } from '../../wire/plist/access.ts';
import type { PlistDict, PlistInput, PlistLiteral } from '../../wire/plist/value.ts';
import { PhoneError } from '../errors.ts';
import type { Phone } from '../session.ts';

const SERVICE = 'com.apple.mobile.diagnostics_relay';

/** The battery and what feeds it, as its own controller tells it. */
export interface BatteryState {
  readonly percent: number | undefined;
  readonly celsius: number | undefined;
  readonly cycles: number | undefined;
  readonly charging: boolean | undefined;
  readonly plugged: boolean | undefined;
  /** What it still holds of what it held when new. */
  readonly healthPercent: number | undefined;
  /** What the charger or port offers; 500 is that of a weak port. */
  readonly adapterMilliamps: number | undefined;
}

/**
 * The battery's registry entry by class, and by the names it has on older phones. A question that fits none is
 * answered with an empty entry, not with a refusal.
 */
const BATTERY_ENTRIES: readonly PlistLiteral[] = [
  { EntryClass: 'IOPMPowerSource' },
  { EntryName: 'AppleSmartBattery' },
  { EntryName: 'AppleARMPMUCharger' },
];

/** Reads the battery's registry entry; charge in percent, heat in °C. */
export async function batteryState(phone: Phone, signal: AbortSignal): Promise<BatteryState> {
  await using connection = await phone.startPlistService(SERVICE, signal);
  for (const entry of BATTERY_ENTRIES) {
    const answer = await connection.ask({ Request: 'IORegistry', ...entry }, signal);
    const diagnostics = maybeDictIn(answer, 'Diagnostics');
    const battery = diagnostics && maybeDictIn(diagnostics, 'IORegistry');
    if (battery?.has('CurrentCapacity')) return batteryStateOf(battery);
  }
  throw new PhoneError('phone.refused', 'the phone tells nothing of its battery', {
    facts: { service: 'diagnostics_relay' },
  });
}

function batteryStateOf(entry: PlistDict): BatteryState {
  const hundredths = maybeNumberIn(entry, 'Temperature');
  const holds = maybeNumberIn(entry, 'NominalChargeCapacity');
  const held = maybeNumberIn(entry, 'DesignCapacity');
  const adapter = maybeDictIn(entry, 'AdapterDetails');
  return {
    percent: maybeNumberIn(entry, 'CurrentCapacity'),
    celsius: hundredths === undefined ? undefined : hundredths / 100,
    cycles: maybeNumberIn(entry, 'CycleCount'),
    charging: maybeBooleanIn(entry, 'IsCharging'),
    plugged: maybeBooleanIn(entry, 'ExternalConnected'),
    healthPercent: holds && held ? Math.min(100, Math.round((holds / held) * 100)) : undefined,
    adapterMilliamps: adapter && maybeNumberIn(adapter, 'Current'),
  };
}

/** Restarts the phone, which then stays locked until its passcode is entered. */
export async function restart(phone: Phone, signal: AbortSignal): Promise<void> {
  await ask(phone, { Request: 'Restart', WaitForDisconnect: true }, signal);
}

async function ask(phone: Phone, question: PlistInput, signal: AbortSignal): Promise<PlistDict> {
  await using connection = await phone.startPlistService(SERVICE, signal);
  const answer = await connection.ask(question, signal);
  const status = maybeStringIn(answer, 'Status') ?? '';
  if (status === 'Success') return answer;
  throw new PhoneError('phone.refused', `diagnostics answered ${status}`, {
    facts: { service: 'diagnostics_relay', error: status },
  });
}
