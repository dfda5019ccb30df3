import { keyOf, type People } from '../contacts/people.ts';
import type { Conversation, Participant } from '../conversations/conversation.ts';
import type { AppDatabase } from '../database/app-database.ts';
import type { Row } from '../database/row.ts';

export const MESSAGES = { domain: 'HomeDomain', path: 'Library/SMS/sms.db' } as const;

/** The phone keeps one chat for each service and address of the same people: here they are one. */
export interface MessagesConversation extends Conversation {
  /** The rows in `chat` that belong to it; none for messages that belong to no chat. */
  readonly chats: readonly number[];
}

const GROUP_STYLE = 43;
const NAMES_IN_A_TITLE = 4;

/** All conversations, in the order in which they began; at the end the messages without one, if there are any. */
export function conversationsOf(database: AppDatabase, people: People): MessagesConversation[] {
  completeTables(database);
  const merged = new Map<string, MessagesConversation>();
  const columns = database.select('chat', 'c', [
    'ROWID',
    'style',
    'chat_identifier',
    'service_name',
    'display_name',
  ]);
  for (const row of database.rows(`SELECT ${columns} FROM chat c ORDER BY c.ROWID`)) {
    const chat = chatOf(database, row, people);
    const key = keyOfConversation(chat);
    merged.set(key, joined(merged.get(key), chat));
  }
  const orphans = hasOrphans(database) ? [ORPHANS] : [];
  return [...merged.values(), ...orphans];
}

/** A backup that was cut down may hold little but the messages themselves. */
export function completeTables(database: AppDatabase): void {
  database.standIn('chat', ['style', 'chat_identifier', 'service_name', 'display_name']);
  database.standIn('chat_message_join', ['chat_id', 'message_id']);
  database.standIn('handle', ['id']);
}

/** Messages that belong to no chat any more. */
const ORPHANS: MessagesConversation = {
  chats: [],
  title: 'Messages without a conversation',
  isGroup: true,
  participants: [],
  identifiers: [],
  services: [],
};

function chatOf(
  database: AppDatabase,
  row: Row,
  people: People,
): MessagesConversation & { readonly named: string } {
  const id = row.number('ROWID') ?? 0;
  const identifier = row.text('chat_identifier');
  const found = participantsOf(database, id, people);
  const isGroup = row.number('style') === GROUP_STYLE || found.length > 1;
  const alone = identifier === undefined ? [] : [{ address: identifier, name: people.nameOf(identifier) }];
  const participants = found.length > 0 || isGroup ? found : alone;
  const named = row.text('display_name') ?? '';
  const service = row.text('service_name');
  return {
    chats: [id],
    title: named || titleOf(participants) || identifier || 'Unknown',
    isGroup,
    participants,
    identifiers: identifier === undefined ? [] : [identifier],
    services: service === undefined ? [] : [service],
    named,
  };
}

function participantsOf(database: AppDatabase, chat: number, people: People): Participant[] {
  if (!database.has('chat_handle_join') || !database.has('handle', 'id')) return [];
  const byKey = new Map<string, Participant>();
  const rows = database.rows(
    `SELECT h.id AS address FROM chat_handle_join j JOIN handle h ON h.ROWID = j.handle_id
     WHERE j.chat_id = ? ORDER BY h.ROWID`,
    chat,
  );
  for (const row of rows) {
    const address = row.text('address');
    if (address !== undefined && !byKey.has(keyOf(address)))
      byKey.set(keyOf(address), { address, name: people.nameOf(address) });
  }
  return [...byKey.values()];
}

/** The same people and, for groups, the same name. */
function keyOfConversation(chat: MessagesConversation & { readonly named: string }): string {
  const who = chat.participants.map(({ address, name }) => name ?? keyOf(address)).sort();
  const alone = who.length === 0 ? chat.identifiers : who;
  return JSON.stringify([chat.isGroup, chat.named, ...alone]);
}

function joined(
  before: MessagesConversation | undefined,
  { named: _, ...chat }: MessagesConversation & { named: string },
): MessagesConversation {
  if (!before) return chat;
  const addresses = new Set(before.participants.map(({ address }) => address));
  return {
    ...before,
    chats: [...before.chats, ...chat.chats],
    participants: [
      ...before.participants,
      ...chat.participants.filter(({ address }) => !addresses.has(address)),
    ],
    identifiers: [...new Set([...before.identifiers, ...chat.identifiers])],
    services: [...new Set([...before.services, ...chat.services])],
  };
}

function titleOf(participants: readonly Participant[]): string {
  const names = [...new Set(participants.map(({ address, name }) => name ?? address))];
  const shown = names.slice(0, NAMES_IN_A_TITLE).join(', ');
  const others = names.length - NAMES_IN_A_TITLE;
  return others > 0 ? `${shown} and ${others} more` : shown;
}

function hasOrphans(database: AppDatabase): boolean {
  const recoverable = database.has('chat_recoverable_message_join')
    ? 'AND NOT EXISTS (SELECT 1 FROM chat_recoverable_message_join r WHERE r.message_id = m.ROWID)'
    : '';
  const orphan = database.row(
    `SELECT 1 AS found FROM message m WHERE NOT EXISTS
     (SELECT 1 FROM chat_message_join j WHERE j.message_id = m.ROWID) ${recoverable} LIMIT 1`,
  );
  return orphan !== undefined;
}
