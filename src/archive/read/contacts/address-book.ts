import { PLIST_EPOCH_SECONDS } from '../../../wire/plist/value.ts';
import type { AppDatabase } from '../database/app-database.ts';
import type { Row } from '../database/row.ts';
import { cocoaDate } from '../database/times.ts';
import type { Birthday, Contact, ContactValue } from './contact.ts';

export const ADDRESS_BOOK = {
  domain: 'HomeDomain',
  path: 'Library/AddressBook/AddressBook.sqlitedb',
} as const;

const PERSON_COLUMNS = [
  'ROWID',
  'First',
  'Middle',
  'Last',
  'Prefix',
  'Suffix',
  'Nickname',
  'DisplayName',
  'FirstPhonetic',
  'LastPhonetic',
  'Organization',
  'Department',
  'JobTitle',
  'Note',
  'Birthday',
  'ModificationDate',
  'Kind',
  'StoreID',
  'guid',
] as const;
const COMPANY = 1;
/** The year the phone stores where a birthday has none. */
const NO_YEAR = 1604;

/** What a number in ABMultiValue.property holds. Seen on phones, not published by Apple. */
const PROPERTIES: ReadonlyMap<number, ContactValue['kind']> = new Map([
  [3, 'phone'],
  [4, 'email'],
  [5, 'address'],
  [12, 'date'],
  [13, 'messaging'],
  [22, 'web'],
  [23, 'relation'],
  [46, 'social'],
]);

/** The cards of an address book by their row, from the one after `after`. */
export function* contactsOf(database: AppDatabase, { after = 0 } = {}): Generator<Contact> {
  const columns = database.select('ABPerson', 'p', PERSON_COLUMNS);
  for (const row of database.rows(
    `SELECT ${columns} FROM ABPerson p WHERE p.ROWID > ? ORDER BY p.ROWID`,
    after,
  )) {
    yield contactOf(database, row);
  }
}

/** How many cards there are. */
export function countContacts(database: AppDatabase): number {
  return database.row('SELECT count(*) AS n FROM ABPerson')?.number('n') ?? 0;
}

function contactOf(database: AppDatabase, row: Row): Contact {
  const id = row.number('ROWID') ?? 0;
  const values = [...valuesOf(database, id)];
  return {
    id,
    guid: row.text('guid'),
    name: nameOf(row, values),
    first: row.text('First'),
    middle: row.text('Middle'),
    last: row.text('Last'),
    prefix: row.text('Prefix'),
    suffix: row.text('Suffix'),
    nickname: row.text('Nickname'),
    phoneticFirst: row.text('FirstPhonetic'),
    phoneticLast: row.text('LastPhonetic'),
    organization: row.text('Organization'),
    department: row.text('Department'),
    jobTitle: row.text('JobTitle'),
    note: row.text('Note'),
    birthday: birthdayOf(row.number('Birthday')),
    isCompany: row.number('Kind') === COMPANY,
    modified: cocoaDate(row.number('ModificationDate')),
    account: accountOf(database, row.number('StoreID')),
    groups: groupsOf(database, id),
    values,
  };
}

function nameOf(row: Row, values: readonly ContactValue[]): string {
  const parts = ['Prefix', 'First', 'Middle', 'Last', 'Suffix'].map((column) => row.text(column));
  const built = parts.filter((part) => part !== undefined).join(' ');
  const company = row.number('Kind') === COMPANY ? row.text('Organization') : undefined;
  const reachable = values.find((value) => value.kind === 'phone' || value.kind === 'email');
  const fallback = reachable && 'value' in reachable ? reachable.value : undefined;
  return (
    row.text('DisplayName') ??
    company ??
    (built || row.text('Nickname') || row.text('Organization') || fallback || 'No name')
  );
}

/** Stored as noon UTC of the day. */
function birthdayOf(seconds: number | undefined): Birthday | undefined {
  if (seconds === undefined) return undefined;
  const date = new Date((seconds + PLIST_EPOCH_SECONDS) * 1000);
  if (Number.isNaN(date.getTime())) return undefined;
  const year = date.getUTCFullYear();
  return { year: year === NO_YEAR ? undefined : year, month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

function* valuesOf(database: AppDatabase, person: number): Generator<ContactValue> {
  if (!database.has('ABMultiValue', 'record_id', 'property')) return;
  const label = database.has('ABMultiValueLabel')
    ? '(SELECT l.value FROM ABMultiValueLabel l WHERE l.ROWID = v.label)'
    : 'NULL';
  const rows = database.rows(
    `SELECT v.UID AS UID, v.property AS property, v.value AS value, ${label} AS label
     FROM ABMultiValue v WHERE v.record_id = ? ORDER BY v.property, v.UID`,
    person,
  );
  for (const row of rows) {
    const value = readValue(database, row);
    if (value) yield value;
  }
}

function readValue(database: AppDatabase, row: Row): ContactValue | undefined {
  const kind = PROPERTIES.get(row.number('property') ?? 0) ?? 'other';
  const label = plainLabel(row.text('label'));
  switch (kind) {
    case 'address':
    case 'messaging':
    case 'social':
      return fieldsOf(database, kind, label, row.number('UID') ?? 0);
    case 'date': {
      const date = cocoaDate(row.number('value'));
      return date && { kind, label, date };
    }
    default: {
      const value = row.text('value');
      return value === undefined ? undefined : { kind, label, value };
    }
  }
}

/** Values of several fields lie in a table of their own. */
function fieldsOf(
  database: AppDatabase,
  kind: 'address' | 'messaging' | 'social',
  label: string | undefined,
  value: number,
): ContactValue | undefined {
  if (!database.has('ABMultiValueEntry') || !database.has('ABMultiValueEntryKey')) return undefined;
  const fields = new Map<string, string>();
  const rows = database.rows(
    `SELECT k.value AS name, e.value AS value FROM ABMultiValueEntry e
     JOIN ABMultiValueEntryKey k ON k.ROWID = e.key WHERE e.parent_id = ?`,
    value,
  );
  for (const row of rows) fields.set(row.text('name')?.toLowerCase() ?? '', row.text('value') ?? '');
  const field = (name: string): string | undefined => fields.get(name) || undefined;
  if (kind !== 'address') {
    return { kind, label, service: field('service'), username: field('username'), url: field('url') };
  }
  return {
    kind,
    label,
    street: field('street'),
    city: field('city'),
    state: field('state'),
    zip: field('zip'),
    country: field('country'),
    countryCode: field('countrycode'),
  };
}

/** Apple marks its own labels, `_$!<Mobile>!$_`; those a person wrote stand as they are. */
function plainLabel(label: string | undefined): string | undefined {
  return label?.replace(/^_\$!<(.*)>!\$_$/s, '$1') || undefined;
}

function groupsOf(database: AppDatabase, person: number): string[] {
  if (!database.has('ABGroup', 'Name') || !database.has('ABGroupMembers', 'member_id', 'group_id')) return [];
  const rows = database.rows(
    `SELECT g.Name AS name FROM ABGroupMembers m JOIN ABGroup g ON g.ROWID = m.group_id
     WHERE m.member_id = ? ORDER BY g.Name`,
    person,
  );
  return [...rows].map((row) => row.text('name')).filter((name) => name !== undefined);
}

function accountOf(database: AppDatabase, store: number | undefined): string | undefined {
  if (store === undefined || !database.has('ABStore', 'Name')) return undefined;
  return database.row('SELECT Name AS name FROM ABStore WHERE ROWID = ?', store)?.text('name');
}
