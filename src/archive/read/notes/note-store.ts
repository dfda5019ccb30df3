import type { AppDatabase } from '../database/app-database.ts';
import type { Row } from '../database/row.ts';
import { cocoaDate } from '../database/times.ts';
import { NOTE_TABLE, type Note, type NoteBody, type Paragraph, type Span } from './note.ts';
import { decodeNoteBody } from './note-body.ts';
import { decodeNoteTable } from './note-table.ts';

export const NOTES = { domain: 'AppDomainGroup-group.com.apple.notes', path: 'NoteStore.sqlite' } as const;

/** Notes, folders, accounts, attachments: all stand in this one table, told apart by what is filled. */
export const OBJECTS = 'ZICCLOUDSYNCINGOBJECT';
const TRASH_FOLDER = 1;
const MAX_DEPTH = 16;

const COLUMNS = [
  'Z_PK',
  'ZTITLE1',
  'ZFOLDER',
  'ZCREATIONDATE1',
  'ZCREATIONDATE3',
  'ZMODIFICATIONDATE1',
  'ZISPINNED',
  'ZMARKEDFORDELETION',
  'ZISPASSWORDPROTECTED',
  'ZPASSWORDHINT',
] as const;

/** Notes since iOS 9 by their row, from the one after `after`. */
export function* notesOf(database: AppDatabase, { after = 0 } = {}): Generator<Note> {
  if (!database.has(OBJECTS) || !database.has('ZICNOTEDATA', 'ZNOTE')) return;
  const account = accountColumn(database);
  const data = database.select('ZICNOTEDATA', 'd', ['ZDATA', 'ZCRYPTOINITIALIZATIONVECTOR']);
  const rows = database.rows(
    `SELECT ${database.select(OBJECTS, 'n', COLUMNS)}, ${data},
       ${account === undefined ? 'NULL' : `(SELECT a.ZNAME FROM ${OBJECTS} a WHERE a.Z_PK = n.${account})`} AS account
     FROM ZICNOTEDATA d JOIN ${OBJECTS} n ON n.Z_PK = d.ZNOTE WHERE n.Z_PK > ? ORDER BY n.Z_PK`,
    after,
  );
  for (const row of rows) yield noteOf(database, row);
}

export function countNotes(database: AppDatabase): number {
  if (!database.has(OBJECTS) || !database.has('ZICNOTEDATA', 'ZNOTE')) return 0;
  return database.row('SELECT count(*) AS n FROM ZICNOTEDATA')?.number('n') ?? 0;
}

/** The column that names a note's account has another number in every version: the one that is filled. */
function accountColumn(database: AppDatabase): string | undefined {
  const columns = [...database.columns(OBJECTS)].filter((column) => /^zaccount\d*$/.test(column));
  return columns.find((column) => {
    const filled = `SELECT 1 AS found FROM ${OBJECTS} WHERE ZTITLE1 IS NOT NULL AND ${column} IS NOT NULL LIMIT 1`;
    return database.has(OBJECTS, 'ZTITLE1') && database.row(filled) !== undefined;
  });
}

function noteOf(database: AppDatabase, row: Row): Note {
  const folder = foldersOf(database, row.number('ZFOLDER'));
  return {
    id: row.number('Z_PK') ?? 0,
    title: row.text('ZTITLE1')?.trim() || 'Note without a title',
    folders: folder.names,
    account: row.text('account'),
    createdAt: cocoaDate(row.number('ZCREATIONDATE3')) ?? cocoaDate(row.number('ZCREATIONDATE1')),
    modifiedAt: cocoaDate(row.number('ZMODIFICATIONDATE1')),
    pinned: row.flag('ZISPINNED'),
    deleted: folder.trash || row.flag('ZMARKEDFORDELETION'),
    body: bodyOf(database, row),
  };
}

function bodyOf(database: AppDatabase, row: Row): NoteBody {
  const data = row.bytes('ZDATA');
  if (row.flag('ZISPASSWORDPROTECTED') || row.bytes('ZCRYPTOINITIALIZATIONVECTOR'))
    return { kind: 'locked', hint: row.text('ZPASSWORDHINT') };
  return data ? withTables(database, decodeNoteBody(data)) : { kind: 'empty' };
}

/** A table is stored apart; in the text stands its identifier. */
function withTables(database: AppDatabase, body: NoteBody): NoteBody {
  if (body.kind !== 'text') return body;
  const paragraphs = body.paragraphs.map(
    (paragraph): Paragraph => ({
      ...paragraph,
      spans: paragraph.spans.map((span) => tableOf(database, span) ?? span),
    }),
  );
  return { kind: 'text', paragraphs };
}

function tableOf(database: AppDatabase, span: Span): Span | undefined {
  if (span.kind !== 'object' || span.uti !== NOTE_TABLE) return undefined;
  // iOS 13 renamed the column.
  const columns = database.select(OBJECTS, 'o', ['ZMERGEABLEDATA1', 'ZMERGEABLEDATA']);
  const row = database.row(
    `SELECT ${columns} FROM ${OBJECTS} o WHERE o.ZIDENTIFIER = ? LIMIT 1`,
    span.identifier,
  );
  const data = row?.bytes('ZMERGEABLEDATA1') ?? row?.bytes('ZMERGEABLEDATA');
  const table = data && decodeNoteTable(data);
  return table && { kind: 'table', table };
}

function foldersOf(database: AppDatabase, from: number | undefined): { names: string[]; trash: boolean } {
  const names: string[] = [];
  let trash = false;
  let at = from;
  const columns = database.select(OBJECTS, 'f', ['ZTITLE2', 'ZPARENT', 'ZFOLDERTYPE']);
  for (let depth = 0; at !== undefined && depth < MAX_DEPTH; depth += 1) {
    const folder = database.row(`SELECT ${columns} FROM ${OBJECTS} f WHERE f.Z_PK = ?`, at);
    if (!folder) break;
    const name = folder.text('ZTITLE2');
    if (name !== undefined) names.unshift(name);
    trash ||= folder.number('ZFOLDERTYPE') === TRASH_FOLDER;
    at = folder.number('ZPARENT');
  }
  return { names, trash };
}
