import type { DatabaseSync } from 'node:sqlite';
import { PIXEL } from './messages.ts';
import { cocoa, insert, type PhoneFolder } from './phone-folder.ts';

const SCHEMA = `
  CREATE TABLE ABPerson (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, First TEXT, Last TEXT, Middle TEXT, FirstPhonetic TEXT,
    MiddlePhonetic TEXT, LastPhonetic TEXT, Organization TEXT, Department TEXT, Note TEXT, Kind INTEGER, Birthday TEXT,
    JobTitle TEXT, Nickname TEXT, Prefix TEXT, Suffix TEXT, DisplayName TEXT, CreationDate INTEGER, ModificationDate INTEGER,
    StoreID INTEGER, guid TEXT);
  CREATE TABLE ABMultiValue (UID INTEGER PRIMARY KEY, record_id INTEGER, property INTEGER, identifier INTEGER, label INTEGER,
    value TEXT);
  CREATE TABLE ABMultiValueLabel (value TEXT, UNIQUE(value));
  CREATE TABLE ABMultiValueEntry (parent_id INTEGER, key INTEGER, value TEXT, UNIQUE(parent_id, key));
  CREATE TABLE ABMultiValueEntryKey (value TEXT, UNIQUE(value));
  CREATE TABLE ABGroup (ROWID INTEGER PRIMARY KEY, Name TEXT, StoreID INTEGER);
  CREATE TABLE ABGroupMembers (UID INTEGER PRIMARY KEY, group_id INTEGER, member_type INTEGER, member_id INTEGER);
  CREATE TABLE ABStore (ROWID INTEGER PRIMARY KEY, Name TEXT, Type INTEGER, AccountID INTEGER);`;

/** An address book with whatever is put into it. */
export function addressBook(phone: PhoneFolder, fill: (database: DatabaseSync) => void): void {
  phone.database('HomeDomain', 'Library/AddressBook/AddressBook.sqlitedb', (database) => {
    database.exec(SCHEMA);
    fill(database);
  });
}

/** An address book with everything a card may have; the schema is the same from iOS 6 to 18. */
export function contacts(phone: PhoneFolder): void {
  addressBook(phone, (database) => {
    insert(
      database,
      'ABPerson',
      {
        ROWID: 1,
        First: 'Ana',
        Last: 'Müller; Söhne',
        Note: 'Line one\nLine, two',
        Kind: 0,
        Birthday: String(cocoa('1604-02-29T12:00:00Z')),
        StoreID: 1,
        guid: 'AAAA-1',
        ModificationDate: cocoa('2024-01-02T03:04:05Z'),
      },
      {
        ROWID: 2,
        Organization: '=Bäckerei 🥐 mit einem ausgesprochen langen Namen, der umbrochen werden muss',
        Kind: 1,
        StoreID: 1,
      },
      { ROWID: 3, First: 'Kim', Kind: 0, Birthday: String(cocoa('1990-12-31T12:00:00Z')) },
    );
    insert(
      database,
      'ABMultiValueLabel',
      { value: '_$!<Mobile>!$_' },
      { value: 'Hütte' },
      { value: '_$!<Home>!$_' },
    );
    insert(
      database,
      'ABMultiValue',
      { UID: 1, record_id: 1, property: 3, label: 1, value: '0151 12345678' },
      { UID: 2, record_id: 1, property: 4, label: 2, value: 'ana@example.com' },
      { UID: 3, record_id: 1, property: 5, label: 3, value: null },
      { UID: 4, record_id: 1, property: 46, label: null, value: null },
      { UID: 5, record_id: 3, property: 4, label: 3, value: 'Kim@Example.com' },
    );
    insert(
      database,
      'ABMultiValueEntryKey',
      { value: 'Street' },
      { value: 'City' },
      { value: 'service' },
      { value: 'username' },
    );
    insert(
      database,
      'ABMultiValueEntry',
      { parent_id: 3, key: 1, value: 'Gasse 1\nHinterhaus' },
      { parent_id: 3, key: 2, value: 'Wien' },
      { parent_id: 4, key: 3, value: 'Mastodon' },
      { parent_id: 4, key: 4, value: '@ana' },
    );
    insert(database, 'ABGroup', { ROWID: 1, Name: 'Friends' });
    insert(database, 'ABGroupMembers', { UID: 1, group_id: 1, member_type: 0, member_id: 1 });
    insert(database, 'ABStore', { ROWID: 1, Name: 'iCloud' });
  });
  phone.database('HomeDomain', 'Library/AddressBook/AddressBookImages.sqlitedb', (database) => {
    database.exec(
      'CREATE TABLE ABThumbnailImage (ROWID INTEGER PRIMARY KEY, record_id INTEGER, format INTEGER, data BLOB)',
    );
    insert(database, 'ABThumbnailImage', { record_id: 1, format: 0, data: PIXEL });
  });
}
