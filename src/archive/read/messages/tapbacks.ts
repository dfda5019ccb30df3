import type { Tapback } from '../conversations/message.ts';
import type { AppDatabase } from '../database/app-database.ts';

/** What the first six kinds look like; 2006 is any emoji, 2007 a sticker. A thousand more takes one back. */
const MARKS: ReadonlyMap<number, string> = new Map([
  [2000, '❤️'],
  [2001, '👍'],
  [2002, '👎'],
  [2003, '😂'],
  [2004, '‼️'],
  [2005, '❓'],
  [2007, 'sticker'],
]);
const EMOJI = 2006;
const TAKEN_BACK = 1000;
const GUID_LENGTH = 36;
const MOST_PARTS = 64;

/** The tapbacks that still hold, by the guid of their message. `parts`: the most that one of the messages has. */
export function tapbacksOn(
  database: AppDatabase,
  guids: readonly string[],
  parts: number,
): Map<string, Tapback[]> {
  const held = new Map<string, Map<string, Tapback>>();
  if (!database.has('message', 'associated_message_guid', 'associated_message_type')) return new Map();
  const columns = database.select('message', 'm', [
    'associated_message_guid',
    'associated_message_type',
    'associated_message_emoji',
    'is_from_me',
  ]);
  const rows = database.rows(
    `SELECT ${columns}, h.id AS sender FROM message m LEFT JOIN handle h ON h.ROWID = m.handle_id
     WHERE m.associated_message_guid IN (SELECT p.value || g.value FROM json_each(?) g, json_each(?) p)
       AND m.associated_message_type BETWEEN 2000 AND 3999 ORDER BY m.date, m.ROWID`,
    JSON.stringify(guids),
    JSON.stringify(prefixesFor(parts)),
  );
  for (const row of rows) {
    const target = row.text('associated_message_guid') ?? '';
    const type = row.number('associated_message_type') ?? 0;
    const guid = target.slice(-GUID_LENGTH);
    const fromMe = row.flag('is_from_me');
    const sender = fromMe ? undefined : row.text('sender');
    const on = held.get(guid) ?? new Map<string, Tapback>();
    held.set(guid, on);
    // One person has one tapback on a part: the later replaces the earlier, and is taken back by its own kind.
    const who = `${target} ${sender ?? ''}`;
    const mark =
      type % TAKEN_BACK === EMOJI % TAKEN_BACK
        ? row.text('associated_message_emoji')
        : MARKS.get(2000 + (type % TAKEN_BACK));
    if (type >= 3000) on.delete(who);
    else on.set(who, { mark: mark ?? '·', fromMe, sender });
  }
  return new Map([...held].map(([guid, on]) => [guid, [...on.values()]]));
}

/** A tapback names a part of a message (`p:0/GUID`), a bubble (`bp:GUID`), or the message: written out, an index finds it. */
function prefixesFor(parts: number): string[] {
  return ['', 'bp:', ...Array.from({ length: Math.min(parts, MOST_PARTS) }, (_, part) => `p:${part}/`)];
}
