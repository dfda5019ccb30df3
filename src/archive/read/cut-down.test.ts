import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { calendarsOf, eventsOf } from './calendar/calendar-store.ts';
import { People } from './contacts/people.ts';
import { textOf } from './conversations/message.ts';
import { AppDatabase } from './database/app-database.ts';
import { conversationsOf } from './messages/conversations.ts';
import { messagesOf } from './messages/read.ts';
import { Needle } from './search/fold.ts';
import { searchMessages } from './search/messages.ts';
import { sessionsOf, WhatsAppNames } from './whatsapp/chat-storage.ts';
import { whatsAppMessages } from './whatsapp/messages.ts';

/** Databases as tools that cut backups down for others to look at leave them: the main tables, and little beside. */
function cutDown(sql: string): AppDatabase {
  const database = new DatabaseSync(':memory:');
  database.exec(sql);
  return new AppDatabase(database);
}

test('messages come out where chats and senders are gone', () => {
  const database = cutDown(`CREATE TABLE message (ROWID INTEGER PRIMARY KEY, text, handle_id, date);
    INSERT INTO message VALUES (1, 'Still here', 3, 700000000000000000)`);
  const [conversation, ...others] = conversationsOf(database, new People());
  assert.ok(conversation);
  assert.deepEqual(others, []);
  assert.deepEqual([...messagesOf(database, conversation)].map(textOf), ['Still here']);
  assert.equal([...searchMessages(database, new People(), new Needle('still'))].length, 1);
});

test('WhatsApp chats come out without members and media', () => {
  const database = cutDown(`CREATE TABLE ZWACHATSESSION (Z_PK INTEGER PRIMARY KEY, ZCONTACTJID);
    CREATE TABLE ZWAMESSAGE (Z_PK INTEGER PRIMARY KEY, ZCHATSESSION, ZTEXT, ZMESSAGEDATE);
    INSERT INTO ZWACHATSESSION VALUES (1, '4915112345678@s.whatsapp.net');
    INSERT INTO ZWAMESSAGE VALUES (1, 1, 'Hallo', 700000000)`);
  const [chat] = sessionsOf(database, new WhatsAppNames(database, new People()));
  assert.ok(chat);
  assert.deepEqual([...whatsAppMessages(database, chat)].map(textOf), ['Hallo']);
});

test('events come out where their calendars are gone', () => {
  const database =
    cutDown(`CREATE TABLE CalendarItem (ROWID INTEGER PRIMARY KEY, summary, calendar_id, entity_type);
    INSERT INTO CalendarItem VALUES (1, 'Meeting', NULL, NULL), (2, 'Lunch', 7, 2), (3, 'To do', 7, 3)`);
  const [calendar, ...others] = [...calendarsOf(database)];
  assert.ok(calendar);
  assert.deepEqual(others, []);
  assert.deepEqual(
    [...eventsOf(database, calendar.id)].map(({ summary }) => summary),
    ['Meeting', 'Lunch'],
  );
});

test('what every known version has and this one has not is named, and is no crash', () => {
  const database = cutDown('CREATE TABLE message (ROWID INTEGER PRIMARY KEY, text)');
  assert.throws(() => [...searchMessages(database, new People(), new Needle('x'))], {
    code: 'archive.unknown-form',
  });
});
