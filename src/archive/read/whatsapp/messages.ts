import type { Paging } from '../conversations/conversation.ts';
import type { Attachment, Message, MessageKey, MessagePart } from '../conversations/message.ts';
import type { AppDatabase } from '../database/app-database.ts';
import type { Row } from '../database/row.ts';
import { cocoaDate } from '../database/times.ts';
import { addressOf, type WhatsAppConversation } from './chat-storage.ts';
import { reactionsIn } from './reactions.ts';

const MESSAGE_COLUMNS = [
  'Z_PK',
  'ZMESSAGEDATE',
  'ZMESSAGETYPE',
  'ZTEXT',
  'ZISFROMME',
  'ZFROMJID',
  'ZSTANZAID',
  'ZSTARRED',
  'ZPARENTMESSAGE',
] as const;
const MEDIA_COLUMNS = [
  'ZMEDIALOCALPATH',
  'ZTITLE',
  'ZVCARDSTRING',
  'ZVCARDNAME',
  'ZLATITUDE',
  'ZLONGITUDE',
  'ZFILESIZE',
] as const;

/** Kinds that consist of text alone, by ZMESSAGETYPE; see the switch below for the rest. */
const TEXT = 0;
const CONTACT = 4;
const LOCATION = 5;
const EVENT = 6;
const LINK = 7;
const DELETED = 14;
const STICKER = 15;
const MEDIA: ReadonlySet<number> = new Set([1, 2, 3, 8, 11, STICKER]);
const KNOWN: ReadonlySet<number> = new Set([TEXT, CONTACT, LOCATION, EVENT, LINK, DELETED, ...MEDIA]);

/** The messages of a conversation in order, as they come off the disk. */
export function* whatsAppMessages(
  database: AppDatabase,
  { session, isGroup }: WhatsAppConversation,
  { after, limit = -1 }: Paging = {},
): Generator<Message> {
  const media =
    database.has('ZWAMEDIAITEM') && database.has('ZWAMESSAGE', 'ZMEDIAITEM')
      ? 'LEFT JOIN ZWAMEDIAITEM i ON i.Z_PK = m.ZMEDIAITEM'
      : '';
  const member =
    database.has('ZWAGROUPMEMBER', 'ZMEMBERJID') && database.has('ZWAMESSAGE', 'ZGROUPMEMBER')
      ? '(SELECT g.ZMEMBERJID FROM ZWAGROUPMEMBER g WHERE g.Z_PK = m.ZGROUPMEMBER)'
      : 'NULL';
  const parent = database.has('ZWAMESSAGE', 'ZPARENTMESSAGE')
    ? '(SELECT p.ZSTANZAID FROM ZWAMESSAGE p WHERE p.Z_PK = m.ZPARENTMESSAGE)'
    : 'NULL';
  const rows = database.rows(
    `SELECT ${database.select('ZWAMESSAGE', 'm', MESSAGE_COLUMNS)}, ${member} AS member, ${parent} AS parent,
       ${receiptOf(database)} AS receipt,
       ${database.select(media === '' ? '' : 'ZWAMEDIAITEM', 'i', MEDIA_COLUMNS)}
     FROM ZWAMESSAGE m ${media}
     WHERE m.ZCHATSESSION = ? AND (coalesce(m.ZMESSAGEDATE, 0), m.Z_PK) > (CAST(? AS REAL), ?)
     ORDER BY coalesce(m.ZMESSAGEDATE, 0), m.Z_PK LIMIT ?`,
    session,
    after?.date ?? '-1e300',
    after?.row ?? -1,
    limit,
  );
  for (const row of rows) yield messageOf(row, isGroup);
}

/** How many messages are of a kind that is not known: polls, calls, what comes with new versions. */
export function countUnknown(database: AppDatabase): number {
  const sql =
    'SELECT count(*) AS n FROM ZWAMESSAGE WHERE ZMESSAGETYPE NOT IN (SELECT value FROM json_each(?))';
  return database.row(sql, JSON.stringify([...KNOWN]))?.number('n') ?? 0;
}

/** By the message's own column, which is a key: not every version has an index the other way. */
function receiptOf(database: AppDatabase): string {
  return database.has('ZWAMESSAGEINFO', 'ZRECEIPTINFO') && database.has('ZWAMESSAGE', 'ZMESSAGEINFO')
    ? '(SELECT r.ZRECEIPTINFO FROM ZWAMESSAGEINFO r WHERE r.Z_PK = m.ZMESSAGEINFO)'
    : 'NULL';
}

/** How many messages a conversation has, and when the last was. */
export function whatsAppExtent(
  database: AppDatabase,
  { session }: WhatsAppConversation,
): { readonly count: number; readonly last: Date | undefined } {
  const sql = 'SELECT count(*) AS n, max(ZMESSAGEDATE) AS last FROM ZWAMESSAGE WHERE ZCHATSESSION = ?';
  const row = database.row(sql, session);
  return { count: row?.number('n') ?? 0, last: cocoaDate(row?.number('last')) };
}

function messageOf(row: Row, isGroup: boolean): Message {
  const fromMe = row.flag('ZISFROMME');
  // In a group the message comes from the group; who wrote it is the member.
  const jid = isGroup ? (row.text('member') ?? row.text('ZFROMJID')) : row.text('ZFROMJID');
  const type = row.number('ZMESSAGETYPE') ?? TEXT;
  return {
    key: keyOf(row),
    guid: row.text('ZSTANZAID') ?? `row ${row.number('Z_PK') ?? 0}`,
    at: cocoaDate(row.number('ZMESSAGEDATE')),
    fromMe,
    sender: fromMe || jid === undefined ? undefined : addressOf(jid),
    service: 'WhatsApp',
    subject: undefined,
    parts: partsOf(row, type),
    event: type === EVENT ? { kind: 'unknown' } : undefined,
    tapbacks: reactionsIn(row.bytes('receipt')),
    editedAt: undefined,
    edits: [],
    unsent: type === DELETED,
    replyTo: row.text('parent'),
    deliveredAt: undefined,
    readAt: undefined,
    effect: undefined,
    failed: false,
    deletedAt: undefined,
    link: undefined,
    app: undefined,
  };
}

/** As a real number, written so that it comes back the same. */
function keyOf(row: Row): MessageKey {
  return { date: String(row.number('ZMESSAGEDATE') ?? 0), row: row.number('Z_PK') ?? 0 };
}

function partsOf(row: Row, type: number): MessagePart[] {
  const text = row.text('ZTEXT');
  const said: MessagePart[] = text === undefined ? [] : [{ kind: 'text', text }];
  // A kind that is not known may still have a file: videos to be seen once, round ones.
  if (MEDIA.has(type) || (!KNOWN.has(type) && row.text('ZMEDIALOCALPATH') !== undefined)) {
    const caption = type === 8 ? undefined : row.text('ZTITLE');
    const captions: MessagePart[] = caption === undefined ? [] : [{ kind: 'text', text: caption }];
    return [{ kind: 'attachment', attachment: mediaOf(row, type) }, ...captions, ...said];
  }
  switch (type) {
    case TEXT:
    case LINK:
    case EVENT:
    case DELETED:
      return said;
    case CONTACT:
      return [...said, { kind: 'text', text: `Contact: ${row.text('ZVCARDNAME') ?? 'without a name'}` }];
    case LOCATION:
      return [...said, { kind: 'text', text: locationOf(row) }];
    default:
      return [
        ...said,
        { kind: 'text', text: `(something this version of Thaw does not know, type ${type})` },
      ];
  }
}

function mediaOf(row: Row, type: number): Attachment {
  const stored = row.text('ZMEDIALOCALPATH');
  // Documents carry their name where pictures have their caption.
  const title = type === 8 ? row.text('ZTITLE') : undefined;
  return {
    guid: `media ${row.number('Z_PK') ?? 0}`,
    name: title ?? stored?.slice(stored.lastIndexOf('/') + 1) ?? 'Media',
    path: stored === undefined ? undefined : `Message/${stored.replace(/^\/+/, '')}`,
    mimeType: row.text('ZVCARDSTRING'),
    uti: undefined,
    bytes: row.number('ZFILESIZE') ?? 0,
    isSticker: type === STICKER,
    transcript: undefined,
  };
}

function locationOf(row: Row): string {
  const [latitude, longitude] = [row.number('ZLATITUDE') ?? 0, row.number('ZLONGITUDE') ?? 0];
  return `Location: https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}`;
}
