import { askText } from '../ask.ts';
import type { PowerState, Sleep, SleepReason } from '../power/power-state.ts';

/** What `pmset` tells of the supply and of the settings in use. */
export async function macPower(signal: AbortSignal): Promise<PowerState | undefined> {
  const [battery = '', settings = ''] = await Promise.all([
    askText('pmset', ['-g', 'batt'], signal),
    askText('pmset', ['-g'], signal),
  ]);
  const state = parseBattery(battery);
  const minutes = /^\s*sleep\s+(\d+)\b/m.exec(settings)?.[1];
  return state && { ...state, ...(minutes !== undefined && { sleepsAfterMinutes: Number(minutes) }) };
}

/** Reads `pmset -g batt`. Undefined when it says something else. */
export function parseBattery(text: string): PowerState | undefined {
  const source = /^Now drawing from '(\w+) Power'/m.exec(text)?.[1];
  if (source === undefined) return undefined;
  const percent = /^\s*-InternalBattery-\d+.*?(\d{1,3})%;/m.exec(text)?.[1];
  return {
    // A UPS is power for some minutes, no mains.
    onMains: source === 'AC',
    percent: percent === undefined ? undefined : Number(percent),
  };
}

/** The log goes back for days and takes its time. */
const LOG_LIMIT_MS = 15_000;

export async function macSleeps(since: Date, signal: AbortSignal): Promise<readonly Sleep[]> {
  const log = await askText('pmset', ['-g', 'log'], signal, LOG_LIMIT_MS);
  return parseSleeps(log ?? '').filter(({ at }) => at >= since);
}

const SLEEP =
  /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) ([+-]\d\d)(\d\d) Sleep\s+Entering (?:DarkWake )?[Ss]leep state due to '([^']+)'.*?(?:(\d+) secs)?\s*$/;

/** Reads the sleeps out of `pmset -g log`; other lines are passed over. */
export function parseSleeps(text: string): Sleep[] {
  return text.split('\n').flatMap((line) => {
    const [, day, time, hours, minutes, reason, seconds] = SLEEP.exec(line) ?? [];
    if (reason === undefined) return [];
    return [
      {
        at: new Date(`${day}T${time}${hours}:${minutes}`),
        seconds: seconds === undefined ? undefined : Number(seconds),
        reason: reasonOf(reason),
      },
    ];
  });
}

/** `Clamshell Sleep`, `Idle Sleep`, `Low Power Sleep`, `Software Sleep pid=143` … */
function reasonOf(words: string): SleepReason {
  if (words.startsWith('Clamshell')) return 'lid';
  if (words.startsWith('Idle')) return 'idle';
  if (words.startsWith('Low Power')) return 'battery';
  return words.startsWith('Software') ? 'person' : 'unknown';
}
