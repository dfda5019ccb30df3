import type { People } from '../contacts/people.ts';
import { textOf } from '../conversations/message.ts';
import type { AppDatabase } from '../database/app-database.ts';
import type { Row } from '../database/row.ts';
import { cocoaDate } from '../database/times.ts';
import { partsOf } from '../messages/body.ts';
import { completeTables } from '../messages/conversations.ts';
import { addressOf, type WhatsAppNames } from '../whatsapp/chat-storage.ts';
import type { Needle } from './fold.ts';
import type { Hit } from './hit.ts';

/** Messages with it in their text or subject, the latest first, as they come off the disk. */
export function* searchMessages(database: AppDatabase, people: People, needle: Needle): Generator<Hit> {
  if (!database.has('message')) return;
  completeTables(database);
  const columns = database.select('message', 'm', [
    'ROWID',
    'guid',
    'text',
    'attributedBody',
    'subject',
    'date',
    'is_from_me',
    'associated_message_type',
  ]);
  const rows = database.rows(
    `SELECT ${columns}, h.id AS sender FROM message m LEFT JOIN handle h ON h.ROWID = m.handle_id ORDER BY m.ROWID DESC`,
  );
  for (const row of rows) {
    // A tapback repeats the text of its message.
    if ((row.number('associated_message_type') ?? 0) >= 2000) continue;
    const snippet =
      needle.snippetOf(row.text('subject')) ?? needle.snippetOf(textOf({ parts: partsOf(row, []) }));
    if (snippet === undefined) continue;
    const sender = row.text('sender');
    yield {
      kind: 'message',
      app: 'Messages',
      conversation:
        chatOf(database, row, people) ?? (sender && (people.nameOf(sender) ?? sender)) ?? 'Unknown',
      from: row.flag('is_from_me')
        ? 'you'
        : sender === undefined
          ? 'unknown'
          : (people.nameOf(sender) ?? sender),
      at: cocoaDate(row.number('date')),
      guid: row.text('guid') ?? '',
      snippet,
    };
  }
}

function chatOf(database: AppDatabase, message: Row, people: People): string | undefined {
  const columns = database.select('chat', 'c', ['display_name', 'chat_identifier']);
  const chat = database.row(
    `SELECT ${columns} FROM chat_message_join j JOIN chat c ON c.ROWID = j.chat_id WHERE j.message_id = ? LIMIT 1`,
    message.number('ROWID') ?? 0,
  );
  const identifier = chat?.text('chat_identifier');
  return chat?.text('display_name') ?? (identifier && (people.nameOf(identifier) ?? identifier));
}

/** The same for WhatsApp. */
export function* searchWhatsApp(database: AppDatabase, names: WhatsAppNames, needle: Needle): Generator<Hit> {
  const columns = database.select('ZWAMESSAGE', 'm', [
    'ZTEXT',
    'ZISFROMME',
    'ZFROMJID',
    'ZMESSAGEDATE',
    'ZSTANZAID',
  ]);
  const member =
    database.has('ZWAMESSAGE', 'ZGROUPMEMBER') && database.has('ZWAGROUPMEMBER', 'ZMEMBERJID')
      ? '(SELECT g.ZMEMBERJID FROM ZWAGROUPMEMBER g WHERE g.Z_PK = m.ZGROUPMEMBER)'
      : 'NULL';
  const rows = database.rows(
    `SELECT ${columns}, ${member} AS member, s.ZCONTACTJID AS chat, s.ZPARTNERNAME AS title FROM ZWAMESSAGE m
     JOIN ZWACHATSESSION s ON s.Z_PK = m.ZCHATSESSION WHERE m.ZTEXT IS NOT NULL ORDER BY m.Z_PK DESC`,
  );
  for (const row of rows) {
    const snippet = needle.snippetOf(row.text('ZTEXT'));
    if (snippet === undefined) continue;
    const jid = row.text('member') ?? row.text('ZFROMJID');
    yield {
      kind: 'message',
      app: 'WhatsApp',
      conversation: row.text('title') ?? addressOf(row.text('chat') ?? ''),
      from: row.flag('ZISFROMME') ? 'you' : jid === undefined ? 'unknown' : names.nameOf(jid),
      at: cocoaDate(row.number('ZMESSAGEDATE')),
      guid: row.text('ZSTANZAID') ?? '',
      snippet,
    };
  }
}
