import type { AppDatabase } from '../database/app-database.ts';
import type { Row } from '../database/row.ts';
import { cocoaDate } from '../database/times.ts';
import type { Calendar, CalendarEvent } from './event.ts';
import { alarmsOf, attendeesOf, exceptionsOf } from './event-parts.ts';
import { ruleOf } from './recurrence.ts';

export const CALENDAR = { domain: 'HomeDomain', path: 'Library/Calendar/Calendar.sqlitedb' } as const;

const EVENT = 2;
const FLOATING = '_float';
const FREE = 1;
const STATUS = [undefined, 'CONFIRMED', 'TENTATIVE', 'CANCELLED'] as const;

const COLUMNS = [
  'ROWID',
  'summary',
  'description',
  'start_date',
  'start_tz',
  'end_date',
  'all_day',
  'orig_item_id',
  'orig_date',
  'status',
  'availability',
  'privacy_level',
  'url',
  'last_modified',
  'creation_date',
  'sequence_num',
  'unique_identifier',
  'UUID',
] as const;

/** Stands for the calendar of events whose own is not there. No row has this number. */
const NO_CALENDAR: Calendar = {
  id: 0,
  title: 'Events without a calendar',
  account: undefined,
  color: undefined,
};
const WITHOUT_CALENDAR = 'NOT EXISTS (SELECT 1 FROM Calendar c WHERE c.ROWID = e.calendar_id)';

/**
 * Calendars that have events of their own; the birthdays, which the phone makes from the contacts, are none. At the end one
 * for events without a calendar, if there are any.
 */
export function* calendarsOf(database: AppDatabase): Generator<Calendar> {
  database.standIn('Calendar', ['title']);
  const store = database.has('Store', 'name')
    ? '(SELECT s.name FROM Store s WHERE s.ROWID = c.store_id)'
    : 'NULL';
  const columns = database.select('Calendar', 'c', ['ROWID', 'title', 'color', 'external_id']);
  for (const row of database.rows(
    `SELECT ${columns}, ${store} AS account FROM Calendar c ORDER BY c.ROWID`,
  )) {
    // The in- and outbox of invitations look like calendars.
    if (/\/(?:in|out)box\/$/.test(row.text('external_id') ?? '')) continue;
    yield {
      id: row.number('ROWID') ?? 0,
      title: row.text('title') ?? 'Calendar',
      account: row.text('account'),
      color: /^#[0-9a-f]{6}/i.exec(row.text('color') ?? '')?.[0],
    };
  }
  const stray = `SELECT 1 FROM CalendarItem e WHERE ${eventsIn(database, NO_CALENDAR.id)} LIMIT 1`;
  if (database.row(stray, { calendar: NO_CALENDAR.id, after: 0 })) yield NO_CALENDAR;
}

/** What makes a row an event of a calendar, by `:calendar` and `:after`. */
function eventsIn(database: AppDatabase, calendar: number): string {
  return [
    `${calendar === NO_CALENDAR.id ? `${WITHOUT_CALENDAR} AND :calendar = 0` : 'e.calendar_id = :calendar'} AND e.ROWID > :after`,
    ...(database.has('CalendarItem', 'entity_type') ? [`coalesce(e.entity_type, ${EVENT}) = ${EVENT}`] : []),
    ...(database.has('CalendarItem', 'birthday_id') ? ['coalesce(e.birthday_id, 0) = 0'] : []),
  ].join(' AND ');
}

/** The events of a calendar by their row, from the one after `after`. */
export function* eventsOf(
  database: AppDatabase,
  calendar: number,
  { after = 0 } = {},
): Generator<CalendarEvent> {
  const rows = database.rows(
    `SELECT ${database.select('CalendarItem', 'e', COLUMNS)}, ${locationColumns(database)},
       ${original(database)} AS original
     FROM CalendarItem e ${database.has('Location') ? 'LEFT JOIN Location l ON l.ROWID = e.location_id' : ''}
     WHERE ${eventsIn(database, calendar)} ORDER BY e.ROWID`,
    { calendar, after },
  );
  for (const row of rows) yield eventOf(database, row);
}

function locationColumns(database: AppDatabase): string {
  const table = database.has('Location') ? 'Location' : '';
  return `${database.either(table, 'l', 'title')} AS place, ${database.either(table, 'l', 'address')} AS address,
    ${database.either(table, 'l', 'latitude')} AS latitude, ${database.either(table, 'l', 'longitude')} AS longitude`;
}

/** A changed occurrence carries the id of the event it belongs to. */
function original(database: AppDatabase): string {
  const id = database.either('CalendarItem', 'o', 'unique_identifier', 'UUID');
  return database.has('CalendarItem', 'orig_item_id')
    ? `(SELECT ${id} FROM CalendarItem o WHERE o.ROWID = e.orig_item_id)`
    : 'NULL';
}

function eventOf(database: AppDatabase, row: Row): CalendarEvent {
  const id = row.number('ROWID') ?? 0;
  const zone = row.text('start_tz');
  const [latitude, longitude] = [row.number('latitude'), row.number('longitude')];
  const isOccurrence = row.flag('orig_item_id');
  return {
    id,
    uid: row.text('original') ?? row.text('unique_identifier') ?? row.text('UUID') ?? `event-${id}`,
    summary: row.text('summary'),
    description: row.text('description'),
    location:
      [row.text('place'), row.text('address')].filter((part) => part !== undefined).join(', ') || undefined,
    geo: latitude && longitude ? { latitude, longitude } : undefined,
    start: cocoaDate(row.number('start_date')),
    end: cocoaDate(row.number('end_date')),
    allDay: row.flag('all_day'),
    zone: zone === FLOATING ? undefined : zone,
    status: STATUS[row.number('status') ?? 0],
    free: row.number('availability') === FREE,
    isPrivate: (row.number('privacy_level') ?? 0) >= 1,
    url: row.text('url'),
    created: cocoaDate(row.number('creation_date')),
    modified: cocoaDate(row.number('last_modified')),
    sequence: row.number('sequence_num') ?? 0,
    rules: isOccurrence ? [] : rulesOf(database, id),
    exceptions: exceptionsOf(database, id),
    replaces: isOccurrence ? cocoaDate(row.number('orig_date')) : undefined,
    alarms: alarmsOf(database, id),
    attendees: attendeesOf(database, id),
  };
}

function rulesOf(database: AppDatabase, event: number): CalendarEvent['rules'] {
  if (!database.has('Recurrence', 'owner_id', 'frequency')) return [];
  const columns = database.select('Recurrence', 'r', [
    'frequency',
    'interval',
    'week_start',
    'count',
    'end_date',
    'specifier',
  ]);
  const rows = database.rows(
    `SELECT ${columns} FROM Recurrence r WHERE r.owner_id = ? ORDER BY r.ROWID`,
    event,
  );
  return [...rows].map(ruleOf).filter((rule) => rule !== undefined);
}
