import type { AppDatabase } from '../database/app-database.ts';
import type { Row } from '../database/row.ts';
import { cocoaDate, unixDate } from '../database/times.ts';
import type { Call } from './call.ts';

/** iOS 8 and later; the second holds calls from before the phone was first unlocked. */
export const CALL_LISTS = [
  { domain: 'HomeDomain', path: 'Library/CallHistoryDB/CallHistory.storedata' },
  { domain: 'HomeDomain', path: 'Library/CallHistoryDB/CallHistoryTemp.storedata' },
  { domain: 'WirelessDomain', path: 'Library/CallHistory/call_history.db' },
] as const;

const COLUMNS = [
  'Z_PK',
  'ZDATE',
  'ZDURATION',
  'ZORIGINATED',
  'ZANSWERED',
  'ZCALLTYPE',
  'ZSERVICE_PROVIDER',
  'ZADDRESS',
  'ZNAME',
  'ZLOCATION',
  'ZUNIQUE_ID',
] as const;
const SERVICES: ReadonlyMap<number, string> = new Map([
  [1, 'Phone'],
  [8, 'FaceTime video'],
  [16, 'FaceTime audio'],
]);

/** Calls, the latest first, of a list of any version. */
export function* callsOf(database: AppDatabase): Generator<Call> {
  if (database.has('ZCALLRECORD')) {
    const columns = database.select('ZCALLRECORD', 'c', COLUMNS);
    const rows = database.rows(`SELECT ${columns} FROM ZCALLRECORD c ORDER BY c.ZDATE DESC, c.Z_PK DESC`);
    for (const row of rows) yield callOf(row, membersOf(database, row.number('Z_PK') ?? 0));
  } else if (database.has('call')) {
    const columns = database.select('call', 'c', ['address', 'date', 'duration', 'flags', 'name']);
    for (const row of database.rows(`SELECT ${columns} FROM call c ORDER BY c.date DESC`))
      yield oldCallOf(row);
  }
}

function callOf(row: Row, members: readonly string[]): Call {
  const outgoing = row.flag('ZORIGINATED');
  const seconds = row.number('ZDURATION') ?? 0;
  const address = cleaned(row.text('ZADDRESS'));
  // The phone says "answered" of incoming calls alone.
  const connected = seconds > 0 || (!outgoing && row.flag('ZANSWERED'));
  return {
    at: cocoaDate(row.number('ZDATE')),
    direction: outgoing ? 'outgoing' : 'incoming',
    outcome: connected ? 'connected' : 'not-connected',
    seconds,
    addresses: members.length > 0 ? members : address === undefined ? [] : [address],
    name: cleaned(row.text('ZNAME')),
    service: SERVICES.get(row.number('ZCALLTYPE') ?? 0) ?? row.text('ZSERVICE_PROVIDER') ?? 'Unknown',
    place: row.text('ZLOCATION'),
    id: row.text('ZUNIQUE_ID'),
  };
}

/** iOS 7 and earlier: bit 0 outgoing, bit 4 FaceTime. */
function oldCallOf(row: Row): Call {
  const flags = row.number('flags') ?? 0;
  const seconds = row.number('duration') ?? 0;
  const address = row.text('address');
  return {
    at: unixDate(row.number('date')),
    direction: (flags & 1) !== 0 ? 'outgoing' : 'incoming',
    outcome: seconds > 0 ? 'connected' : 'not-connected',
    seconds,
    addresses: address === undefined ? [] : [address],
    name: row.text('name'),
    service: (flags & 16) !== 0 ? 'FaceTime' : 'Phone',
    place: undefined,
    id: undefined,
  };
}

/** Who was in a call of several; the names of the table's columns carry numbers that differ with the version. */
function membersOf(database: AppDatabase, call: number): string[] {
  const [table] = database.tables(/^z_\d+remoteparticipanthandles$/);
  if (table === undefined || !database.has('ZHANDLE', 'ZVALUE')) return [];
  const columns = [...database.columns(table)];
  const calls = columns.find((column) => column.endsWith('remoteparticipantcalls'));
  const handles = columns.find((column) => column.endsWith('remoteparticipanthandles'));
  if (calls === undefined || handles === undefined) return [];
  const rows = database.rows(
    `SELECT h.ZVALUE AS value FROM "${table}" j JOIN ZHANDLE h ON h.Z_PK = j."${handles}" WHERE j."${calls}" = ?`,
    call,
  );
  return [...rows].map((row) => cleaned(row.text('value'))).filter((value) => value !== undefined);
}

/** Apps store property lists and marks in the columns for numbers and names. */
function cleaned(text: string | undefined): string | undefined {
  if (text === undefined || text.startsWith('bplist')) return undefined;
  return text.replace(/[\p{Cc}\p{Cf}\p{Co}]/gu, '').trim() || undefined;
}
