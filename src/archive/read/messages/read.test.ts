import assert from 'node:assert/strict';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { guid, modernMessages, oldMessages } from '../../../../test/support/app-data/messages.ts';
import { openApp } from '../../../../test/support/app-data/open-app.ts';
import { insert, PhoneFolder } from '../../../../test/support/app-data/phone-folder.ts';
import { People } from '../contacts/people.ts';
import { type Message, textOf } from '../conversations/message.ts';
import { conversationsOf, MESSAGES } from './conversations.ts';
import { extentOf } from './keys.ts';
import { messagesOf } from './read.ts';

const nobody = new People();

async function phoneWith(fill: (phone: PhoneFolder) => void) {
  const folder = await mkdtempDisposable(join(tmpdir(), 'thaw-messages-'));
  const phone = new PhoneFolder(folder.path);
  fill(phone);
  return { phone, [Symbol.asyncDispose]: () => folder.remove() };
}

test('chats with the same person are one conversation, whatever service they went over', async () => {
  await using made = await phoneWith(modernMessages);
  using database = openApp(made.phone, MESSAGES);
  const conversations = conversationsOf(database, nobody);
  assert.deepEqual(
    conversations.map(({ title, isGroup, services }) => ({ title, isGroup, services })),
    [
      { title: '+4915112345678', isGroup: false, services: ['iMessage', 'SMS'] },
      { title: 'Hiking <b>club</b> ⛰', isGroup: true, services: ['iMessage'] },
      { title: 'Messages without a conversation', isGroup: true, services: [] },
    ],
  );
});

test('what iOS 17 stores: bodies, attachments in their place, tapbacks, edits, unsent and deleted ones', async () => {
  await using made = await phoneWith(modernMessages);
  using database = openApp(made.phone, MESSAGES);
  const [talk, group] = conversationsOf(database, nobody);
  assert.ok(talk && group);
  const messages = new Map<string, Message>();
  for (const message of messagesOf(database, talk)) messages.set(message.guid, message);
  const at = (number: number): Message | undefined => messages.get(guid(number));

  assert.equal(messages.size, 8);
  assert.equal(at(1)?.at?.toISOString(), '2024-05-17T10:01:00.000Z');
  assert.deepEqual(at(1)?.tapbacks, [], 'the one that was taken back is gone');
  assert.deepEqual(
    at(3)?.parts.map((part) => (part.kind === 'text' ? part.text : part.attachment.name)),
    ['Look ', 'gone.heic', 'IMG_2001.jpeg', ' nice?'],
  );
  assert.deepEqual(at(3)?.tapbacks, [{ mark: '🥳', fromMe: false, sender: '+4915112345678' }]);
  assert.equal(at(4)?.replyTo, guid(3));
  assert.deepEqual(
    at(5)?.edits.map(({ text }) => text),
    ['See you at 7'],
  );
  assert.equal(at(5)?.tapbacks[0]?.mark, '👍');
  assert.equal(at(10)?.unsent, true);
  assert.equal(at(11)?.link?.title, 'A page & more');
  assert.equal(at(11)?.effect, 'confetti');
  assert.equal(at(12)?.deletedAt?.toISOString(), '2024-05-17T11:00:00.000Z');
  assert.deepEqual(
    [...messagesOf(database, group)].map(({ event }) => event?.kind),
    ['renamed', 'added', undefined, 'left'],
  );
});

test('what iOS 10 stores: seconds, and columns that are not there yet', async () => {
  await using made = await phoneWith(oldMessages);
  using database = openApp(made.phone, MESSAGES);
  const [talk] = conversationsOf(database, nobody);
  assert.ok(talk);
  const messages = [...messagesOf(database, talk)];
  assert.deepEqual(messages.map(textOf), ['Old 1', 'Old 2', 'Old 3']);
  assert.equal(messages[0]?.at?.toISOString(), '2016-11-01T08:01:00.000Z');
  assert.deepEqual(messages[0]?.tapbacks, []);
});

test('a long conversation is read page by page, and each page continues where the last one ended', async () => {
  const long = (phone: PhoneFolder): void => {
    oldMessages(phone);
    phone.database(MESSAGES.domain, MESSAGES.path, (database) => {
      database.exec('BEGIN');
      for (let row = 10; row < 1310; row += 1) {
        // Many at the same second: the row decides.
        insert(database, 'message', {
          ROWID: row,
          guid: guid(row),
          handle_id: 1,
          text: `${row}`,
          service: 'SMS',
          date: 600_000_000 + Math.floor(row / 7),
        });
        insert(database, 'chat_message_join', { chat_id: 1, message_id: row });
      }
      database.exec('COMMIT');
    });
  };
  await using made = await phoneWith(long);
  using database = openApp(made.phone, MESSAGES);
  const [talk] = conversationsOf(database, nobody);
  assert.ok(talk);
  assert.equal(extentOf(database, talk).count, 1303);
  const whole = [...messagesOf(database, talk)].map(({ key }) => key.row);
  const paged: number[] = [];
  let last: Message | undefined;
  for (;;) {
    const page = [...messagesOf(database, talk, { after: last?.key, limit: 100 })];
    paged.push(...page.map(({ key }) => key.row));
    last = page.at(-1) ?? last;
    if (page.length < 100) break;
  }
  assert.deepEqual(paged, whole);
  assert.equal(new Set(whole).size, 1303);
});

test('bodies and summaries that are damaged cost no message', async () => {
  await using made = await phoneWith((phone) => {
    oldMessages(phone);
    phone.database(MESSAGES.domain, MESSAGES.path, (database) => {
      database.exec('ALTER TABLE message ADD COLUMN message_summary_info BLOB');
      database.exec(
        "UPDATE message SET attributedBody = x'040b73747265616d7479706564', message_summary_info = x'626c6f62'",
      );
    });
  });
  using database = openApp(made.phone, MESSAGES);
  const [talk] = conversationsOf(database, nobody);
  assert.ok(talk);
  assert.deepEqual([...messagesOf(database, talk)].map(textOf), ['Old 1', 'Old 2', 'Old 3']);
});
