import { AppDatabase } from '../database/app-database.ts';
import { ExtractError } from '../errors.ts';
import { type Extraction, untilDamage, writeOut } from '../extraction.ts';
import { CALENDAR, calendarsOf, eventsOf } from './calendar-store.ts';
import type { Calendar, CalendarEvent } from './event.ts';
import { icsOf, zonesOf } from './ics.ts';

/** Stands for the time of a change that the phone did not note. */
const UNKNOWN_CHANGE = new Date(0);

/** Writes an iCalendar file for each calendar, and all events as JSON lines. */
export async function exportCalendar(extraction: Extraction): Promise<void> {
  const { backup, signal } = extraction;
  await using opened = await backup.openDatabase(CALENDAR.domain, CALENDAR.path, signal);
  const database = opened && new AppDatabase(opened.database);
  if (!database?.has('CalendarItem', 'calendar_id'))
    throw new ExtractError('extract.none', 'no calendar', { facts: { kind: 'calendar' } });
  const out = extraction.out.within('Calendar');
  let count = 0;
  for (const calendar of calendarsOf(database)) {
    signal.throwIfAborted();
    const events = (): Iterable<CalendarEvent> =>
      untilDamage(extraction, `rest of the calendar “${calendar.title}”`, eventsOf(database, calendar.id));
    const name = [calendar.title, ...(calendar.account === undefined ? [] : [`(${calendar.account})`])].join(
      ' ',
    );
    const zones = zonesOf(events());
    await writeOut(extraction, out, [`${name}.ics`], icsOf(calendar, events(), zones, UNKNOWN_CHANGE));
    count += 1;
  }
  await writeOut(
    extraction,
    out,
    ['events.jsonl'],
    untilDamage(extraction, 'rest of the events, as JSON', linesOf(database)),
  );
  extraction.tell({ type: 'counted', what: 'calendars', count });
}

function* linesOf(database: AppDatabase): Generator<string> {
  for (const calendar of calendarsOf(database)) {
    for (const event of eventsOf(database, calendar.id)) yield line(calendar, event);
  }
}

function line({ title }: Calendar, event: CalendarEvent): string {
  return `${JSON.stringify({ calendar: title, ...event })}\n`;
}
