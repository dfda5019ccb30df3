import { dictIn, maybeBooleanIn, maybeNumberIn, maybeStringIn } from '../../wire/plist/access.ts';
import type { PlistDict, PlistInput } from '../../wire/plist/value.ts';
import { PhoneError } from '../errors.ts';
import type { Phone } from '../session.ts';

/** The battery as its own controller tells it. */
export interface BatteryState {
  readonly percent: number | undefined;
  readonly celsius: number | undefined;
  readonly cycles: number | undefined;
  readonly charging: boolean | undefined;
  readonly plugged: boolean | undefined;
}

/** Reads the battery's registry entry; charge in percent, heat in °C. */
export async function batteryState(phone: Phone, signal: AbortSignal): Promise<BatteryState> {
  const answer = await ask(phone, { Request: 'IORegistry', EntryClass: 'IOPMPowerSource' }, signal);
  const entry = dictIn(dictIn(answer, 'Diagnostics'), 'IORegistry');
  const hundredths = maybeNumberIn(entry, 'Temperature');
  return {
    percent: maybeNumberIn(entry, 'CurrentCapacity'),
    celsius: hundredths === undefined ? undefined : hundredths / 100,
    cycles: maybeNumberIn(entry, 'CycleCount'),
    charging: maybeBooleanIn(entry, 'IsCharging'),
    plugged: maybeBooleanIn(entry, 'ExternalConnected'),
  };
}

/** Restarts the phone, which then stays locked until its passcode is entered. */
export async function restart(phone: Phone, signal: AbortSignal): Promise<void> {
  await ask(phone, { Request: 'Restart', WaitForDisconnect: true }, signal);
}

async function ask(phone: Phone, question: PlistInput, signal: AbortSignal): Promise<PlistDict> {
  await using connection = await phone.startPlistService('com.apple.mobile.diagnostics_relay', signal);
  const answer = await connection.ask(question, signal);
  const status = maybeStringIn(answer, 'Status') ?? '';
  if (status === 'Success') return answer;
  throw new PhoneError('phone.refused', `diagnostics answered ${status}`, {
    facts: { service: 'diagnostics_relay', error: status },
  });
}
