import type { AppDatabase } from '../database/app-database.ts';
import { cocoaDate } from '../database/times.ts';
import type { Alarm, Attendee } from './event.ts';

const ORGANIZER = 8;
/** In the order of iCalendar. */
const STATUSES = [
  'NEEDS-ACTION',
  'ACCEPTED',
  'DECLINED',
  'TENTATIVE',
  'DELEGATED',
  'COMPLETED',
  'IN-PROCESS',
] as const;
const ROLES = [undefined, 'REQ-PARTICIPANT', 'OPT-PARTICIPANT', 'CHAIR', 'NON-PARTICIPANT'] as const;
/** An alarm that is switched off has this far-away time. */
const MAX_ALARM_SECONDS = 400 * 86_400;

/** Starts of a series that do not take place. */
export function exceptionsOf(database: AppDatabase, event: number): Date[] {
  if (!database.has('ExceptionDate', 'owner_id', 'date')) return [];
  const rows = database.rows(
    'SELECT date AS date FROM ExceptionDate WHERE owner_id = ? ORDER BY date',
    event,
  );
  return [...rows].map((row) => cocoaDate(row.number('date'))).filter((date) => date !== undefined);
}

export function alarmsOf(database: AppDatabase, event: number): Alarm[] {
  const owner = database.either('Alarm', 'a', 'calendaritem_owner_id', 'owner_id');
  if (owner === 'NULL') return [];
  const columns = database.select('Alarm', 'a', ['trigger_interval', 'trigger_date', 'disabled']);
  const alarms: Alarm[] = [];
  for (const row of database.rows(`SELECT ${columns} FROM Alarm a WHERE ${owner} = ?`, event)) {
    const seconds = row.number('trigger_interval');
    const at = cocoaDate(row.number('trigger_date'));
    if (row.flag('disabled')) continue;
    if (seconds !== undefined && Math.abs(seconds) <= MAX_ALARM_SECONDS)
      alarms.push({ kind: 'relative', seconds });
    else if (at) alarms.push({ kind: 'absolute', at });
  }
  return alarms;
}

export function attendeesOf(database: AppDatabase, event: number): Attendee[] {
  if (!database.has('Participant', 'owner_id')) return [];
  const columns = database.select('Participant', 'p', [
    'entity_type',
    'status',
    'role',
    'email',
    'phone_number',
  ]);
  const identity = database.has('Identity', 'address', 'display_name')
    ? {
        join: 'LEFT JOIN Identity i ON i.ROWID = p.identity_id',
        columns: 'i.address AS address, i.display_name AS name',
      }
    : { join: '', columns: 'NULL AS address, NULL AS name' };
  const rows = database.rows(
    `SELECT ${columns}, ${identity.columns} FROM Participant p ${identity.join} WHERE p.owner_id = ? ORDER BY p.ROWID`,
    event,
  );
  const attendees: Attendee[] = [];
  for (const row of rows) {
    const email = row.text('email');
    const phone = row.text('phone_number');
    const address = row.text('address') ?? (email && `mailto:${email}`) ?? (phone && `tel:${phone}`);
    if (address === undefined) continue;
    attendees.push({
      organizer: row.number('entity_type') === ORGANIZER,
      name: row.text('name'),
      address,
      status: STATUSES[row.number('status') ?? -1],
      role: ROLES[row.number('role') ?? 0],
    });
  }
  return attendees;
}
