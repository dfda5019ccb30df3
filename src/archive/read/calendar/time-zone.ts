const DAY_MS = 86_400_000;
const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;

interface Change {
  /** The moment the clocks change, in UTC. */
  readonly at: number;
  /** Minutes from UTC before and after. */
  readonly from: number;
  readonly to: number;
}

/** True for a zone this computer knows by its IANA name. */
export function isKnownZone(zone: string): boolean {
  return clockOf(zone) !== undefined;
}

/** Minutes from UTC in a zone at a moment; 0 in a zone nobody knows. */
export function offsetAt(zone: string, ms: number): number {
  const clock = clockOf(zone);
  if (!clock) return 0;
  const part = new Map(clock.formatToParts(ms).map(({ type, value }) => [type, Number(value)]));
  const value = (type: Intl.DateTimeFormatPartTypes): number => part.get(type) ?? 0;
  const local = Date.UTC(
    value('year'),
    value('month') - 1,
    value('day'),
    value('hour'),
    value('minute'),
    value('second'),
  );
  return Math.round((local - Math.floor(ms / 1000) * 1000) / 60_000);
}

/**
 * A zone as iCalendar wants it beside the events that name it: with the changes of the clocks in one year, taken to be
 * the same every year.
 */
export function timeZoneLines(zone: string, year: number): string[] {
  const changes = changesIn(zone, year);
  const parts =
    changes.length === 0
      ? standardLines(zone, Date.UTC(year, 0))
      : changes.flatMap((change) => changeLines(change, changes.length > 1));
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...parts, 'END:VTIMEZONE'];
}

const clocks = new Map<string, Intl.DateTimeFormat | undefined>();
const MAX_CLOCKS = 200;

function clockOf(zone: string): Intl.DateTimeFormat | undefined {
  if (clocks.has(zone)) return clocks.get(zone);
  if (clocks.size >= MAX_CLOCKS) clocks.clear();
  let clock: Intl.DateTimeFormat | undefined;
  try {
    const fields = {
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    } as const;
    clock = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', ...fields });
  } catch (thrown) {
    if (!(thrown instanceof RangeError)) throw thrown;
  }
  clocks.set(zone, clock);
  return clock;
}

/** Looks at every day, then halves the day in which the clocks changed. */
function changesIn(zone: string, year: number): Change[] {
  const changes: Change[] = [];
  const end = Date.UTC(year + 1, 0);
  for (let day = Date.UTC(year, 0); day < end; day += DAY_MS) {
    const [from, to] = [offsetAt(zone, day), offsetAt(zone, day + DAY_MS)];
    if (from === to) continue;
    let [before, after] = [day, day + DAY_MS];
    while (after - before > 60_000) {
      const middle = before + Math.floor((after - before) / 120_000) * 60_000;
      if (offsetAt(zone, middle) === from) before = middle;
      else after = middle;
    }
    changes.push({ at: after, from, to });
  }
  return changes;
}

/** When there is only one change in the year it is no summer time that comes again. */
function changeLines({ at, from, to }: Change, everyYear: boolean): string[] {
  const local = new Date(at + from * 60_000);
  const name = to > from ? 'DAYLIGHT' : 'STANDARD';
  const rule = everyYear
    ? [`RRULE:FREQ=YEARLY;BYMONTH=${local.getUTCMonth() + 1};BYDAY=${weekdayOf(local)}`]
    : [];
  return [
    `BEGIN:${name}`,
    `DTSTART:${stamp(local)}`,
    ...rule,
    `TZOFFSETFROM:${offsetText(from)}`,
    `TZOFFSETTO:${offsetText(to)}`,
    `END:${name}`,
  ];
}

function standardLines(zone: string, at: number): string[] {
  const offset = offsetText(offsetAt(zone, at));
  return [
    'BEGIN:STANDARD',
    'DTSTART:19700101T000000',
    `TZOFFSETFROM:${offset}`,
    `TZOFFSETTO:${offset}`,
    'END:STANDARD',
  ];
}

/** `-1SU` for the last of its month, else `2SU`. */
function weekdayOf(local: Date): string {
  const day = local.getUTCDate();
  const last = new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + 1, 0)).getUTCDate();
  const place = day + 7 > last ? -1 : Math.ceil(day / 7);
  return `${place}${WEEKDAYS[local.getUTCDay()]}`;
}

function offsetText(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}${String(rest).padStart(2, '0')}`;
}

/** `20240517T140322`. */
export function stamp(date: Date): string {
  return date.toISOString().slice(0, 19).replace(/[-:]/g, '');
}
