import type { Attachment } from '../conversations/message.ts';
import type { AppDatabase } from '../database/app-database.ts';
import type { Row } from '../database/row.ts';

const COLUMNS = [
  'ROWID',
  'guid',
  'filename',
  'transfer_name',
  'uti',
  'mime_type',
  'total_bytes',
  'is_sticker',
  'hide_attachment',
] as const;

/** Where attachments lie; what stands before it in a stored name depends on the iOS version. */
export const ATTACHMENTS_DOMAIN = 'MediaDomain';
const IN_THE_BACKUP = /^(?:~|\/(?:private\/)?var\/mobile)\/(Library\/SMS\/.+)$/s;

/** The attachments of messages by the messages' rows, in the order in which they were joined. */
export function attachmentsOf(database: AppDatabase, rows: readonly number[]): Map<number, Attachment[]> {
  const byMessage = new Map<number, Attachment[]>();
  if (!database.has('message_attachment_join') || !database.has('attachment')) return byMessage;
  const found = database.rows(
    `SELECT j.message_id AS message, ${database.select('attachment', 'a', COLUMNS)}
     FROM message_attachment_join j JOIN attachment a ON a.ROWID = j.attachment_id
     WHERE j.message_id IN (SELECT value FROM json_each(?)) ORDER BY j.message_id, j.attachment_id`,
    JSON.stringify(rows),
  );
  for (const row of found) {
    if (row.flag('hide_attachment')) continue;
    const message = row.number('message') ?? 0;
    byMessage.set(message, [...(byMessage.get(message) ?? []), attachmentOf(row)]);
  }
  return byMessage;
}

function attachmentOf(row: Row): Attachment {
  const stored = row.text('filename');
  const path = stored === undefined ? undefined : IN_THE_BACKUP.exec(stored)?.[1];
  return {
    guid: row.text('guid') ?? `row ${row.number('ROWID') ?? 0}`,
    name: row.text('transfer_name') ?? stored?.slice(stored.lastIndexOf('/') + 1) ?? 'Attachment',
    path,
    mimeType: row.text('mime_type'),
    uti: row.text('uti'),
    bytes: row.number('total_bytes') ?? 0,
    isSticker: row.flag('is_sticker'),
    transcript: undefined,
  };
}
