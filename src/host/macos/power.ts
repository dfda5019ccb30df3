/** What a computer runs on, as far as it tells. */
export interface PowerState {
  readonly onMains: boolean;
  /** 0…100; undefined without a battery. */
  readonly percent: number | undefined;
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

/** Once the computer was asleep. */
export interface Sleep {
  readonly at: Date;
  readonly seconds: number | undefined;
  /** In the system's words: `Clamshell Sleep`, `Idle Sleep`, `Low Power Sleep` … */
  readonly reason: string;
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
        reason,
      },
    ];
  });
}
