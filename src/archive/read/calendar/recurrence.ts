import type { Row } from '../database/row.ts';
import { cocoaDate } from '../database/times.ts';
import type { RecurrenceRule } from './event.ts';

const FREQUENCIES: ReadonlyMap<number, string> = new Map([
  [1, 'DAILY'],
  [2, 'WEEKLY'],
  [3, 'MONTHLY'],
  [4, 'YEARLY'],
]);
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
/** Lists of numbers in a specifier, and iCalendar's names for them. */
const NUMBERS: ReadonlyMap<string, string> = new Map([
  ['M', 'BYMONTHDAY'],
  ['O', 'BYMONTH'],
  ['S', 'BYSETPOS'],
  ['Y', 'BYYEARDAY'],
  ['W', 'BYWEEKNO'],
]);

/** A rule in iCalendar's words; undefined for a frequency nobody knows. */
export function ruleOf(row: Row): RecurrenceRule | undefined {
  const frequency = FREQUENCIES.get(row.number('frequency') ?? 0);
  if (frequency === undefined) return undefined;
  const interval = row.number('interval') ?? 0;
  const count = row.number('count') ?? 0;
  const weekStart = WEEKDAYS[(row.number('week_start') ?? 0) - 1];
  const parts = [
    `FREQ=${frequency}`,
    ...(interval > 1 ? [`INTERVAL=${interval}`] : []),
    ...(count > 0 ? [`COUNT=${count}`] : []),
    ...bySpecifier(row.text('specifier') ?? ''),
    ...(weekStart === undefined ? [] : [`WKST=${weekStart}`]),
  ];
  // A rule has an end or a count, never both.
  return { rule: parts.join(';'), until: count > 0 ? undefined : cocoaDate(row.number('end_date')) };
}

/** `D=0TU,+2MO,-1FR;O=5`: weekdays with their place in the month (0 is every one), and lists of numbers. */
function bySpecifier(specifier: string): string[] {
  const parts: string[] = [];
  for (const each of specifier.slice(0, 1000).split(';')) {
    const [key = '', list = ''] = each.split('=', 2);
    const name = NUMBERS.get(key);
    if (key === 'D') {
      const days = list.split(',').flatMap((day) => {
        const [, place = '', weekday] = /^([+-]?\d{0,2})(MO|TU|WE|TH|FR|SA|SU)$/.exec(day) ?? [];
        return weekday === undefined ? [] : [`${Number(place) === 0 ? '' : Number(place)}${weekday}`];
      });
      if (days.length > 0) parts.push(`BYDAY=${days.join(',')}`);
    } else if (name !== undefined) {
      const numbers = list
        .split(',')
        .filter((number) => /^[+-]?\d{1,3}$/.test(number))
        .map(Number);
      if (numbers.length > 0) parts.push(`${name}=${numbers.join(',')}`);
    }
  }
  return parts;
}
