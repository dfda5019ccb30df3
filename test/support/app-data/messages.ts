import type { DatabaseSync } from 'node:sqlite';
import { encodeBinary } from '../../../src/wire/plist/binary-encode.ts';
import { Real, Uid } from '../../../src/wire/plist/value.ts';
import { cocoa, cocoaNanoseconds, insert, type PhoneFolder } from './phone-folder.ts';
import { attributedBody } from './typedstream.ts';

const SHARED_SCHEMA = `
  CREATE TABLE handle (ROWID INTEGER PRIMARY KEY AUTOINCREMENT UNIQUE, id TEXT NOT NULL, country TEXT, service TEXT NOT NULL,
    uncanonicalized_id TEXT, UNIQUE (id, service));
  CREATE TABLE chat_handle_join (chat_id INTEGER, handle_id INTEGER, UNIQUE(chat_id, handle_id));
  CREATE TABLE message_attachment_join (message_id INTEGER, attachment_id INTEGER, UNIQUE(message_id, attachment_id));
  CREATE TABLE attachment (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, guid TEXT UNIQUE NOT NULL, created_date INTEGER DEFAULT 0,
    filename TEXT, uti TEXT, mime_type TEXT, transfer_state INTEGER DEFAULT 0, is_outgoing INTEGER DEFAULT 0,
    transfer_name TEXT, total_bytes INTEGER DEFAULT 0, is_sticker INTEGER DEFAULT 0, hide_attachment INTEGER DEFAULT 0);
  CREATE TABLE chat (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, guid TEXT UNIQUE NOT NULL, style INTEGER, state INTEGER,
    chat_identifier TEXT, service_name TEXT, room_name TEXT, display_name TEXT);`;

/** The tables of iOS 17 as far as they are read. */
const MODERN_SCHEMA = `${SHARED_SCHEMA}
  CREATE TABLE message (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, guid TEXT UNIQUE NOT NULL, text TEXT, service TEXT,
    handle_id INTEGER DEFAULT 0, subject TEXT, attributedBody BLOB, date INTEGER, date_read INTEGER, date_delivered INTEGER,
    is_delivered INTEGER DEFAULT 0, is_from_me INTEGER DEFAULT 0, is_sent INTEGER DEFAULT 0, error INTEGER DEFAULT 0,
    item_type INTEGER DEFAULT 0, other_handle INTEGER DEFAULT 0, group_title TEXT, group_action_type INTEGER DEFAULT 0,
    share_status INTEGER DEFAULT 0, share_direction INTEGER DEFAULT 0, expressive_send_style_id TEXT,
    associated_message_guid TEXT, associated_message_type INTEGER DEFAULT 0, balloon_bundle_id TEXT, payload_data BLOB,
    message_summary_info BLOB, thread_originator_guid TEXT, thread_originator_part TEXT, date_edited INTEGER DEFAULT 0,
    date_retracted INTEGER DEFAULT 0, associated_message_emoji TEXT);
  CREATE INDEX message_idx_associated_message2 ON message (associated_message_guid);
  CREATE TABLE chat_message_join (chat_id INTEGER, message_id INTEGER, message_date INTEGER DEFAULT 0,
    PRIMARY KEY (chat_id, message_id));
  CREATE TABLE chat_recoverable_message_join (chat_id INTEGER, message_id INTEGER, delete_date INTEGER,
    PRIMARY KEY (chat_id, message_id));`;

/** The tables of iOS 10: seconds instead of nanoseconds, no replies, no edits, no recently deleted. */
const OLD_SCHEMA = `${SHARED_SCHEMA}
  CREATE TABLE message (ROWID INTEGER PRIMARY KEY AUTOINCREMENT, guid TEXT UNIQUE NOT NULL, text TEXT, service TEXT,
    handle_id INTEGER DEFAULT 0, subject TEXT, attributedBody BLOB, date INTEGER, date_read INTEGER, date_delivered INTEGER,
    is_from_me INTEGER DEFAULT 0, is_sent INTEGER DEFAULT 0, error INTEGER DEFAULT 0, item_type INTEGER DEFAULT 0,
    other_handle INTEGER DEFAULT 0, group_title TEXT, group_action_type INTEGER DEFAULT 0);
  CREATE TABLE chat_message_join (chat_id INTEGER, message_id INTEGER, PRIMARY KEY (chat_id, message_id));`;

export const guid = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

const at = (minute: number): bigint =>
  cocoaNanoseconds('2024-05-17T10:00:00Z') + BigInt(minute) * 60_000_000_000n;

const SERVICE = 'iMessage';
const DOMAIN = 'HomeDomain';
const PATH = 'Library/SMS/sms.db';

/** A JPEG of one pixel: enough for a browser to show. */
export const PIXEL = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=',
  'base64',
);

const ATTACHMENTS = 'Library/SMS/Attachments';

/** Messages of iOS 17 with whatever is put into it. */
export function modernTalks(phone: PhoneFolder, fill: (database: DatabaseSync) => void): void {
  phone.database(DOMAIN, PATH, (database) => {
    database.exec(MODERN_SCHEMA);
    fill(database);
  });
}

/** What Messages of iOS 17 leaves: two chats with one person, a group, an edit, tapbacks, attachments here and not here. */
export function modernMessages(phone: PhoneFolder): void {
  phone.file('MediaDomain', `${ATTACHMENTS}/ab/11/${guid(900)}/IMG_2001.jpeg`, PIXEL);
  phone.file('MediaDomain', `${ATTACHMENTS}/ab/12/${guid(902)}/page.html`, '<script>alert(1)</script>');
  modernTalks(phone, (database) => {
    fillPeople(database);
    fillTalk(database);
    fillGroup(database);
  });
}

function fillPeople(database: DatabaseSync): void {
  insert(
    database,
    'handle',
    { ROWID: 1, id: '+4915112345678', service: SERVICE },
    { ROWID: 2, id: '+4915112345678', service: 'SMS' },
    { ROWID: 3, id: 'kim@example.com', service: SERVICE },
  );
  insert(
    database,
    'chat',
    {
      ROWID: 1,
      guid: 'iMessage;-;+4915112345678',
      style: 45,
      chat_identifier: '+4915112345678',
      service_name: SERVICE,
    },
    {
      ROWID: 2,
      guid: 'SMS;-;+4915112345678',
      style: 45,
      chat_identifier: '+4915112345678',
      service_name: 'SMS',
    },
    {
      ROWID: 3,
      guid: 'iMessage;+;chat7',
      style: 43,
      chat_identifier: 'chat7',
      service_name: SERVICE,
      display_name: 'Hiking <b>club</b> ⛰',
    },
  );
  insert(
    database,
    'chat_handle_join',
    { chat_id: 1, handle_id: 1 },
    { chat_id: 2, handle_id: 2 },
    { chat_id: 3, handle_id: 1 },
    { chat_id: 3, handle_id: 3 },
  );
}

function fillTalk(database: DatabaseSync): void {
  const add = (
    chat: number,
    row: number,
    message: Readonly<Record<string, string | number | bigint | Uint8Array>>,
  ): void => {
    insert(database, 'message', { ROWID: row, guid: guid(row), service: SERVICE, date: at(row), ...message });
    insert(database, 'chat_message_join', { chat_id: chat, message_id: row, message_date: at(row) });
  };
  add(1, 1, {
    handle_id: 1,
    attributedBody: attributedBody({ text: 'Grüße aus Łódź 👋 <script>alert(1)</script>' }),
  });
  add(2, 2, { is_from_me: 1, service: 'SMS', text: 'An old text, =1+1' });
  add(1, 3, {
    is_from_me: 1,
    attributedBody: attributedBody(
      { text: 'Look ' },
      { text: '\ufffc', attributes: { __kIMFileTransferGUIDAttributeName: guid(901) } },
      { text: '\ufffc', attributes: { __kIMFileTransferGUIDAttributeName: guid(900) } },
      { text: ' nice?' },
    ),
    date_delivered: at(3),
  });
  insert(
    database,
    'attachment',
    {
      ROWID: 1,
      guid: guid(900),
      filename: `~/${ATTACHMENTS}/ab/11/${guid(900)}/IMG_2001.jpeg`,
      transfer_name: 'IMG_2001.jpeg',
      mime_type: 'image/jpeg',
      total_bytes: PIXEL.length,
    },
    {
      ROWID: 2,
      guid: guid(901),
      filename: `~/${ATTACHMENTS}/cd/01/${guid(901)}/gone.heic`,
      transfer_name: 'gone.heic',
      mime_type: 'image/heic',
    },
    {
      ROWID: 3,
      guid: guid(902),
      filename: `/var/mobile/${ATTACHMENTS}/ab/12/${guid(902)}/page.html`,
      transfer_name: '../../page.html',
      mime_type: 'text/html',
    },
  );
  insert(
    database,
    'message_attachment_join',
    { message_id: 3, attachment_id: 1 },
    { message_id: 3, attachment_id: 2 },
    { message_id: 4, attachment_id: 3 },
  );
  add(1, 4, {
    handle_id: 1,
    text: '\ufffc',
    thread_originator_guid: guid(3),
    thread_originator_part: '0:0:5',
  });
  add(1, 5, {
    handle_id: 1,
    attributedBody: attributedBody({ text: 'See you at 8' }),
    date_edited: at(6),
    message_summary_info: encodeBinary({
      ec: {
        '0': [
          { d: new Real(cocoa('2024-05-17T10:05:00Z')), t: attributedBody({ text: 'See you at 7' }) },
          { d: new Real(cocoa('2024-05-17T10:06:00Z')), t: attributedBody({ text: 'See you at 8' }) },
        ],
      },
    }),
  });
  add(1, 6, { is_from_me: 1, associated_message_guid: `p:0/${guid(5)}`, associated_message_type: 2001 });
  add(1, 7, {
    handle_id: 1,
    associated_message_guid: `bp:${guid(3)}`,
    associated_message_type: 2006,
    associated_message_emoji: '🥳',
  });
  add(1, 8, { handle_id: 1, associated_message_guid: `p:0/${guid(1)}`, associated_message_type: 2000 });
  add(1, 9, { handle_id: 1, associated_message_guid: `p:0/${guid(1)}`, associated_message_type: 3000 });
  add(1, 10, { handle_id: 1, message_summary_info: encodeBinary({ rp: [0] }), date_edited: at(11) });
  add(1, 11, {
    is_from_me: 1,
    text: 'https://example.com/path',
    balloon_bundle_id: 'com.apple.messages.URLBalloonProvider',
    payload_data: linkPayload(),
    expressive_send_style_id: 'com.apple.messages.effect.CKConfettiEffect',
  });
  insert(database, 'message', {
    ROWID: 12,
    guid: guid(12),
    handle_id: 1,
    text: 'Deleted lately',
    service: SERVICE,
    date: at(12),
  });
  insert(database, 'chat_recoverable_message_join', { chat_id: 1, message_id: 12, delete_date: at(60) });
  insert(database, 'message', {
    ROWID: 13,
    guid: guid(13),
    handle_id: 3,
    text: 'Left over',
    service: SERVICE,
    date: at(13),
  });
}

function fillGroup(database: DatabaseSync): void {
  const rows = [
    { handle_id: 3, item_type: 2, group_title: 'Hiking <b>club</b> ⛰' },
    { is_from_me: 1, item_type: 1, group_action_type: 0, other_handle: 1 },
    { handle_id: 3, text: 'Saturday?' },
    { handle_id: 1, item_type: 3, group_action_type: 0 },
  ];
  rows.forEach((row, index) => {
    const id = 20 + index;
    insert(database, 'message', { ROWID: id, guid: guid(id), service: SERVICE, date: at(id), ...row });
    insert(database, 'chat_message_join', { chat_id: 3, message_id: id, message_date: at(id) });
  });
}

/** What Messages of iOS 10 left. */
export function oldMessages(phone: PhoneFolder): void {
  phone.database(DOMAIN, PATH, (database) => {
    database.exec(OLD_SCHEMA);
    insert(database, 'handle', { ROWID: 1, id: '+15551234567', service: SERVICE });
    insert(database, 'chat', {
      ROWID: 1,
      guid: 'iMessage;-;+15551234567',
      style: 45,
      chat_identifier: '+15551234567',
      service_name: SERVICE,
    });
    insert(database, 'chat_handle_join', { chat_id: 1, handle_id: 1 });
    for (let row = 1; row <= 3; row += 1) {
      const date = cocoa('2016-11-01T08:00:00Z') + row * 60;
      insert(database, 'message', {
        ROWID: row,
        guid: guid(row),
        handle_id: 1,
        text: `Old ${row}`,
        service: SERVICE,
        date,
      });
      insert(database, 'chat_message_join', { chat_id: 1, message_id: row });
    }
  });
}

function linkPayload(): Buffer {
  const className = (name: string) => ({ $classname: name, $classes: [name, 'NSObject'] });
  return encodeBinary({
    $archiver: 'NSKeyedArchiver',
    $version: 100_000,
    $top: { root: new Uid(1) },
    $objects: [
      '$null',
      { $class: new Uid(7), richLinkMetadata: new Uid(2) },
      { $class: new Uid(7), URL: new Uid(3), title: new Uid(5), siteName: new Uid(6) },
      { $class: new Uid(8), 'NS.base': new Uid(0), 'NS.relative': new Uid(4) },
      'https://example.com/path',
      'A page & more',
      'Example',
      className('RichLink'),
      className('NSURL'),
    ],
  });
}
