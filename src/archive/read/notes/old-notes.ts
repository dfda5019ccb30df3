import type { AppDatabase } from '../database/app-database.ts';
import { cocoaDate } from '../database/times.ts';
import type { Note, Paragraph } from './note.ts';

/** Where notes were until iOS 8; accounts of the old kind (mail) may still keep theirs there. */
export const OLD_NOTES = { domain: 'HomeDomain', path: 'Library/Notes/notes.sqlite' } as const;

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
]);

/** Old notes are HTML; what is brought out is their text, line by line. */
export function* oldNotesOf(database: AppDatabase): Generator<Note> {
  if (!database.has('ZNOTE') || !database.has('ZNOTEBODY', 'ZCONTENT')) return;
  const columns = database.select('ZNOTE', 'n', [
    'Z_PK',
    'ZTITLE',
    'ZCREATIONDATE',
    'ZMODIFICATIONDATE',
    'ZDELETEDFLAG',
  ]);
  const body = database.has('ZNOTEBODY', 'ZOWNER') ? 'b.ZOWNER = n.Z_PK' : 'b.Z_PK = n.ZBODY';
  const rows = database.rows(
    `SELECT ${columns}, b.ZCONTENT AS content FROM ZNOTE n LEFT JOIN ZNOTEBODY b ON ${body} ORDER BY n.Z_PK`,
  );
  for (const row of rows) {
    const content = row.text('content');
    yield {
      id: row.number('Z_PK') ?? 0,
      title: row.text('ZTITLE') ?? 'Note without a title',
      folders: ['Old notes'],
      account: undefined,
      createdAt: cocoaDate(row.number('ZCREATIONDATE')),
      modifiedAt: cocoaDate(row.number('ZMODIFICATIONDATE')),
      pinned: false,
      deleted: row.flag('ZDELETEDFLAG'),
      body: content === undefined ? { kind: 'empty' } : { kind: 'text', paragraphs: linesOf(content) },
    };
  }
}

function linesOf(content: string): Paragraph[] {
  const text = content
    .replace(/(?:<\/?(?:br|div|p|li|ul|ol|h\d)\b[^<>]{0,2000}>)+/gi, '\n')
    .replace(/<[^<>]{0,2000}>/g, '')
    .replace(
      /&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});/gi,
      (whole, name: string) => characterOf(name) ?? whole,
    );
  return text
    .trim()
    .split('\n')
    .map((line) => ({
      style: 'body',
      indent: 0,
      done: false,
      quoted: false,
      spans: [
        {
          kind: 'text',
          text: line,
          bold: false,
          italic: false,
          underlined: false,
          struck: false,
          link: undefined,
        },
      ],
    }));
}

function characterOf(name: string): string | undefined {
  if (!name.startsWith('#')) return ENTITIES.get(name.toLowerCase());
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
