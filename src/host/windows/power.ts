import { type JsonNode, numberIn, textIn } from '../json-answer.ts';
import type { PowerState, Sleep } from '../power/power-state.ts';
import { askPowershell } from './powershell.ts';

/** Win32_Battery.BatteryStatus of one that is used up: 1 discharging, 4 low, 5 critical. */
const DISCHARGING: ReadonlySet<number> = new Set([1, 4, 5]);

/** Win32_Battery; undefined on a computer without a battery, which tells nothing. */
export async function windowsPower(signal: AbortSignal): Promise<PowerState | undefined> {
  const [battery] = await askPowershell(
    'Get-CimInstance Win32_Battery | Select-Object BatteryStatus,EstimatedChargeRemaining',
    signal,
  );
  const status = battery && numberIn(battery, 'BatteryStatus');
  if (!battery || status === undefined) return undefined;
  return { onMains: !DISCHARGING.has(status), percent: numberIn(battery, 'EstimatedChargeRemaining') };
}

/** Power-Troubleshooter's event 1, “The system has resumed from sleep”; its first two properties are the times. */
export async function windowsSleeps(since: Date, signal: AbortSignal): Promise<readonly Sleep[]> {
  const filter = `@{LogName='System';ProviderName='Microsoft-Windows-Power-Troubleshooter';Id=1;StartTime=[datetime]'${since.toISOString()}'}`;
  const times = `@{n='Slept';e={$_.Properties[0].Value.ToUniversalTime().ToString('o')}},@{n='Woke';e={$_.Properties[1].Value.ToUniversalTime().ToString('o')}}`;
  const events = await askPowershell(
    `Get-WinEvent -FilterHashtable ${filter} | Select-Object ${times}`,
    signal,
  );
  return events.flatMap((event) => sleepOf(event) ?? []);
}

function sleepOf(event: JsonNode): Sleep | undefined {
  const at = new Date(textIn(event, 'Slept'));
  const woke = new Date(textIn(event, 'Woke'));
  if (Number.isNaN(at.getTime()) || Number.isNaN(woke.getTime())) return undefined;
  return { at, seconds: Math.round((woke.getTime() - at.getTime()) / 1000), reason: 'unknown' };
}
