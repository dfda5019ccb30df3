import type { Paging } from '../conversations/conversation.ts';
import type { Attachment, Message, Tapback } from '../conversations/message.ts';
import type { AppDatabase } from '../database/app-database.ts';
import type { Row } from '../database/row.ts';
import { cocoaDate } from '../database/times.ts';
import { attachmentsOf } from './attachments.ts';
import { partsOf } from './body.ts';
import type { MessagesConversation } from './conversations.ts';
import { historyOf } from './edits.ts';
import { eventOf } from './events.ts';
import { messageKeys, type PlacedMessage } from './keys.ts';
import { linkPreviewOf } from './link-preview.ts';
import { tapbacksOn } from './tapbacks.ts';

/** Read at once, with their attachments and tapbacks. */
const PAGE = 500;

const COLUMNS = [
  'ROWID',
  'guid',
  'text',
  'attributedBody',
  'subject',
  'service',
  'date',
  'date_read',
  'date_delivered',
  'date_edited',
  'is_from_me',
  'is_sent',
  'error',
  'item_type',
  'group_title',
  'group_action_type',
  'share_status',
  'share_direction',
  'expressive_send_style_id',
  'balloon_bundle_id',
  'payload_data',
  'message_summary_info',
  'thread_originator_guid',
] as const;

/** The messages of a conversation in order, read a page at a time: memory holds one page, however long it is. */
export function* messagesOf(
  database: AppDatabase,
  conversation: MessagesConversation,
  paging: Paging = {},
): Generator<Message> {
  let page: PlacedMessage[] = [];
  for (const key of messageKeys(database, conversation, paging)) {
    page.push(key);
    if (page.length < PAGE) continue;
    yield* readPage(database, page);
    page = [];
  }
  if (page.length > 0) yield* readPage(database, page);
}

function* readPage(database: AppDatabase, keys: readonly PlacedMessage[]): Generator<Message> {
  const rowIds = keys.map(({ row }) => row);
  const rows = new Map<number, Row>();
  for (const row of messageRows(database, rowIds)) rows.set(row.number('ROWID') ?? 0, row);
  const attachments = attachmentsOf(database, rowIds);
  const guids = [...rows.values()].map((row) => row.text('guid') ?? '');
  // A text before, between and after the attachments.
  const mostAttachments = Math.max(0, ...[...attachments.values()].map(({ length }) => length));
  const tapbacks = tapbacksOn(database, guids, 2 * mostAttachments + 1);
  for (const key of keys) {
    const row = rows.get(key.row);
    if (row)
      yield messageOf(key, row, attachments.get(key.row) ?? [], tapbacks.get(row.text('guid') ?? '') ?? []);
  }
}

function* messageRows(database: AppDatabase, rows: readonly number[]): Generator<Row> {
  const other = database.has('message', 'other_handle')
    ? '(SELECT o.id FROM handle o WHERE o.ROWID = m.other_handle)'
    : 'NULL';
  yield* database.rows(
    `SELECT ${database.select('message', 'm', COLUMNS)}, h.id AS sender, ${other} AS other
     FROM message m LEFT JOIN handle h ON h.ROWID = m.handle_id
     WHERE m.ROWID IN (SELECT value FROM json_each(?))`,
    JSON.stringify(rows),
  );
}

function messageOf(
  { date, row: rowId, deleted }: PlacedMessage,
  row: Row,
  attachments: readonly Attachment[],
  tapbacks: readonly Tapback[],
): Message {
  const fromMe = row.flag('is_from_me');
  const parts = partsOf(row, attachments);
  const { edits, unsentParts } = historyOf(row.bytes('message_summary_info'));
  const isUnsent = unsentParts.length > 0 && parts.length === 0;
  const balloon = row.text('balloon_bundle_id');
  return {
    key: { date, row: rowId },
    guid: row.text('guid') ?? `row ${rowId}`,
    at: cocoaDate(row.number('date')),
    fromMe,
    sender: fromMe ? undefined : (row.text('sender') ?? row.text('other')),
    service: row.text('service'),
    subject: row.text('subject'),
    parts,
    event: eventOf(row, row.text('other')),
    tapbacks,
    editedAt: isUnsent ? undefined : cocoaDate(row.number('date_edited')),
    edits,
    unsent: isUnsent,
    replyTo: row.text('thread_originator_guid'),
    deliveredAt: cocoaDate(row.number('date_delivered')),
    readAt: cocoaDate(row.number('date_read')),
    effect: effectOf(row.text('expressive_send_style_id')),
    failed: row.flag('error') && fromMe,
    deletedAt: deleted === undefined ? undefined : (cocoaDate(deleted) ?? new Date(0)),
    link: linkPreviewOf(row.bytes('payload_data')),
    // An extension's id stands behind two colons.
    app: balloon?.split(':').at(2) ?? balloon,
  };
}

/** `com.apple.messages.effect.CKConfettiEffect` is confetti. */
function effectOf(style: string | undefined): string | undefined {
  return style
    ?.slice(style.lastIndexOf('.') + 1)
    .replace(/^CK|Effect$/g, '')
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .toLowerCase();
}
