import { DatabaseSync } from 'node:sqlite';
import { encodeBinary } from '../../wire/plist/binary-encode.ts';

/** A file that readers of backups look for, with contents they can read. */
export interface WellKnownFile {
  readonly domain: string;
  readonly relativePath: string;
  readonly bytes: Uint8Array;
}

/** Small real files at the places where iOS keeps them. The same bytes every time. */
export function wellKnownFiles(): WellKnownFile[] {
  return [
    { domain: 'HomeDomain', relativePath: 'Library/SMS/sms.db', bytes: messages() },
    { domain: 'HomeDomain', relativePath: 'Library/AddressBook/AddressBook.sqlitedb', bytes: contacts() },
    {
      domain: 'HomeDomain',
      relativePath: 'Library/Preferences/com.apple.MobileSMS.plist',
      bytes: encodeBinary({ KeepMessageForDays: 0, ReadReceiptsEnabled: true }),
    },
    {
      domain: 'HomeDomain',
      relativePath: 'Library/Preferences/com.apple.springboard.plist',
      bytes: encodeBinary({ SBShowBatteryPercentage: true, 'SBSnap to Grid': false }),
    },
    {
      domain: 'SystemPreferencesDomain',
      relativePath: 'SystemConfiguration/com.apple.wifi.plist',
      bytes: encodeBinary({ AllowEnable: 1, JoinMode: 'Automatic', Version: 14 }),
    },
  ];
}

/** Nanoseconds from 2001 to the first message, 1 June 2026. */
const FIRST_MESSAGE = 801_964_800_000_000_000n;
const MINUTE = 60_000_000_000n;

function messages(): Uint8Array {
  return database((db) => {
    db.exec(`
      CREATE TABLE handle (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, country TEXT, service TEXT NOT NULL,
        uncanonicalized_id TEXT, person_centric_id TEXT, UNIQUE (id, service));
      CREATE TABLE chat (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, guid TEXT UNIQUE NOT NULL, style INTEGER, state INTEGER,
        chat_identifier TEXT, service_name TEXT, room_name TEXT, display_name TEXT, group_id TEXT,
        is_archived INTEGER DEFAULT 0, properties BLOB);
      CREATE TABLE message (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, guid TEXT UNIQUE NOT NULL, text TEXT,
        attributedBody BLOB, handle_id INTEGER DEFAULT 0, other_handle INTEGER DEFAULT 0, service TEXT, date INTEGER,
        date_read INTEGER DEFAULT 0, date_delivered INTEGER DEFAULT 0, is_from_me INTEGER DEFAULT 0,
        is_read INTEGER DEFAULT 0, is_sent INTEGER DEFAULT 0, is_delivered INTEGER DEFAULT 0, item_type INTEGER DEFAULT 0,
        share_direction INTEGER DEFAULT 0, group_title TEXT, cache_has_attachments INTEGER DEFAULT 0,
        associated_message_guid TEXT, associated_message_type INTEGER DEFAULT 0);
      CREATE TABLE attachment (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, guid TEXT UNIQUE NOT NULL, created_date INTEGER,
        filename TEXT, uti TEXT, mime_type TEXT, transfer_name TEXT, total_bytes INTEGER);
      CREATE TABLE chat_handle_join (chat_id INTEGER, handle_id INTEGER, UNIQUE (chat_id, handle_id));
      CREATE TABLE chat_message_join (chat_id INTEGER, message_id INTEGER, message_date INTEGER DEFAULT 0,
        PRIMARY KEY (chat_id, message_id));
      CREATE TABLE message_attachment_join (message_id INTEGER, attachment_id INTEGER, UNIQUE (message_id, attachment_id));
      INSERT INTO handle (id, country, service) VALUES ('+15550100', 'us', 'iMessage'), ('+15550101', 'us', 'SMS');
      INSERT INTO chat (guid, style, chat_identifier, service_name) VALUES
        ('iMessage;-;+15550100', 45, '+15550100', 'iMessage'), ('SMS;-;+15550101', 45, '+15550101', 'SMS');
      INSERT INTO chat_handle_join VALUES (1, 1), (2, 2);`);
    const message = db.prepare(
      'INSERT INTO message (guid, text, handle_id, service, date, is_from_me, is_read) VALUES (?, ?, ?, ?, ?, ?, 1)',
    );
    const join = db.prepare('INSERT INTO chat_message_join VALUES (?, ?, ?)');
    for (let id = 1; id <= 40; id += 1) {
      const chat = 1 + (id % 2);
      const date = FIRST_MESSAGE + BigInt(id) * MINUTE;
      message.run(
        `message-${id}`,
        `Message ${id} ✓`,
        chat,
        chat === 1 ? 'iMessage' : 'SMS',
        date,
        id % 3 ? 0 : 1,
      );
      join.run(chat, id, date);
    }
  });
}

function contacts(): Uint8Array {
  return database((db) =>
    db.exec(`
      CREATE TABLE ABPerson (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, First TEXT, Last TEXT, Middle TEXT,
        Organization TEXT, Note TEXT, Birthday TEXT, CreationDate INTEGER, ModificationDate INTEGER);
      CREATE TABLE ABMultiValue (UID INTEGER PRIMARY KEY, record_id INTEGER, property INTEGER, identifier INTEGER,
        label INTEGER, value TEXT);
      CREATE TABLE ABMultiValueLabel (value TEXT, UNIQUE (value));
      INSERT INTO ABMultiValueLabel VALUES ('_$!<Work>!$_');
      INSERT INTO ABPerson (Organization, CreationDate, ModificationDate) VALUES
        ('Example Bakery', 801964800, 801964800), ('Example Garage', 801964800, 801964800);
      INSERT INTO ABMultiValue (record_id, property, identifier, label, value) VALUES
        (1, 3, 0, 1, '+15550100'), (2, 3, 0, 1, '+15550101'), (2, 4, 0, 1, 'garage@example.com');`),
  );
}

function database(fill: (db: DatabaseSync) => void): Uint8Array {
  using db = new DatabaseSync(':memory:');
  fill(db);
  return db.serialize();
}
