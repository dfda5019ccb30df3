import type { Paging } from '../conversations/conversation.ts';
import type { MessageKey } from '../conversations/message.ts';
import type { AppDatabase } from '../database/app-database.ts';
import { completeTables, type MessagesConversation } from './conversations.ts';

/** A message's place, and since when it is under "Recently Deleted". */
export interface PlacedMessage extends MessageKey {
  readonly deleted: number | undefined;
}

/** Before every date there is. */
const BEGINNING = -(2n ** 63n);
const ALL = -1;
const BEFORE_ALL_ROWS = -1;

/** The messages of a conversation in order, without what is in them; tapbacks and votes are no messages of their own. */
export function* messageKeys(
  database: AppDatabase,
  conversation: MessagesConversation,
  { after, limit = ALL }: Paging = {},
): Generator<PlacedMessage> {
  completeTables(database);
  const rows = database.rows(
    `SELECT m.ROWID AS row, coalesce(m.date, 0) AS date, j.deleted AS deleted
     FROM (${membersOf(database, conversation)}) j JOIN message m ON m.ROWID = j.message_id
     WHERE ${noTapback(database)}
       AND (coalesce(m.date, 0) > :date OR (coalesce(m.date, 0) = :date AND m.ROWID > :row))
     ORDER BY coalesce(m.date, 0), m.ROWID LIMIT :limit`,
    {
      chats: JSON.stringify(conversation.chats),
      date: after ? BigInt(after.date) : BEGINNING,
      row: after?.row ?? BEFORE_ALL_ROWS,
      limit,
    },
  );
  for (const row of rows) {
    yield { row: row.number('row') ?? 0, date: row.exact('date'), deleted: row.number('deleted') };
  }
}

/** How many messages a conversation has, and when the first and the last were. */
export function extentOf(
  database: AppDatabase,
  conversation: MessagesConversation,
): { count: number; first: number | undefined; last: number | undefined } {
  const row = database.row(
    `SELECT count(*) AS n, min(nullif(m.date, 0)) AS first, max(m.date) AS last
     FROM (${membersOf(database, conversation)}) j JOIN message m ON m.ROWID = j.message_id
     WHERE ${noTapback(database)}`,
    { chats: JSON.stringify(conversation.chats) },
  );
  return { count: row?.number('n') ?? 0, first: row?.number('first'), last: row?.number('last') };
}

/** One row for each message, whichever of the merged chats it is in. */
function membersOf(database: AppDatabase, conversation: MessagesConversation): string {
  const recoverable = database.has('chat_recoverable_message_join');
  if (conversation.chats.length === 0) {
    const without = (join: string): string =>
      `ROWID NOT IN (SELECT message_id FROM ${join} WHERE message_id IS NOT NULL)`;
    const conditions = [
      without('chat_message_join'),
      ...(recoverable ? [without('chat_recoverable_message_join')] : []),
    ];
    return `SELECT ROWID AS message_id, NULL AS deleted FROM message WHERE ${conditions.join(' AND ')} AND :chats = '[]'`;
  }
  const wanted = 'chat_id IN (SELECT value FROM json_each(:chats))';
  const present = `SELECT message_id, NULL AS deleted FROM chat_message_join WHERE ${wanted}`;
  const deleted = `SELECT message_id, coalesce(delete_date, 1) AS deleted FROM chat_recoverable_message_join WHERE ${wanted}`;
  const both = recoverable ? `${present} UNION ALL ${deleted}` : present;
  return `SELECT message_id, max(deleted) AS deleted FROM (${both}) GROUP BY message_id`;
}

function noTapback(database: AppDatabase): string {
  return database.has('message', 'associated_message_type')
    ? 'coalesce(m.associated_message_type, 0) NOT BETWEEN 2000 AND 4999'
    : '1';
}
