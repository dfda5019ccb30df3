import { AppDatabase } from '../database/app-database.ts';
import { ExtractError } from '../errors.ts';
import { copyOut, type Extraction, untilDamage, writeOut } from '../extraction.ts';
import { fileUrl, html } from '../output/html.ts';
import { localMinute } from '../output/local-time.ts';
import type { OutputFolder } from '../output/output-folder.ts';
import { PAGE_END, pageStart } from '../output/page.ts';
import { NOTE_TABLE, type Note, type NoteBody, type Span, textOfNote } from './note.ts';
import { paragraphsHtml, type ShownObject } from './note-html.ts';
import { objectOf } from './note-objects.ts';
import { countNotes, NOTES, notesOf } from './note-store.ts';
import { OLD_NOTES, oldNotesOf } from './old-notes.ts';

interface WrittenNote {
  readonly title: string;
  readonly folder: string;
  readonly page: string;
  readonly modifiedAt: Date | undefined;
}

/** Writes every note as a page in its folder, with what stands in it; a page that lists them; and JSON lines. */
export async function exportNotes(extraction: Extraction): Promise<void> {
  const { backup, signal } = extraction;
  await using opened = await backup.openDatabase(NOTES.domain, NOTES.path, signal);
  await using old = await backup.openDatabase(OLD_NOTES.domain, OLD_NOTES.path, signal);
  const database = opened && new AppDatabase(opened.database);
  const oldDatabase = old && new AppDatabase(old.database);
  if (!database && !oldDatabase)
    throw new ExtractError('extract.none', 'no notes', { facts: { kind: 'notes' } });
  const out = extraction.out.within('Notes');
  const written: WrittenNote[] = [];
  const left = { locked: 0, unreadable: 0, tables: 0 };
  if (database) extraction.plan(countNotes(database), 0);
  const lines = async function* (): AsyncGenerator<string> {
    for (const note of untilDamage(extraction, 'rest of the notes', allNotes(database, oldDatabase))) {
      signal.throwIfAborted();
      if (note.body.kind === 'locked') left.locked += 1;
      if (note.body.kind === 'unreadable') left.unreadable += 1;
      left.tables += objectsIn(note.body).filter(({ uti }) => uti === NOTE_TABLE).length;
      const page = await exportNote(extraction, out, database, note);
      written.push({
        title: note.title,
        folder: folderOf(note).join(' / '),
        page,
        modifiedAt: note.modifiedAt,
      });
      const { body, ...facts } = note;
      yield `${JSON.stringify({ ...facts, body: body.kind, text: textOfNote(note), page })}\n`;
      extraction.advance(1, 0);
    }
  };
  await writeOut(extraction, out, ['notes.jsonl'], lines());
  await writeOut(extraction, out, ['index.html'], indexPage(written));
  extraction.tell({ type: 'counted', what: 'notes', count: written.length });
  for (const [name, reason, count] of [
    ['texts of notes', 'locked', left.locked],
    ['texts of notes', 'unknown-format', left.unreadable],
    ['tables in notes', 'unknown-format', left.tables],
  ] as const) {
    if (count > 0) extraction.tell({ type: 'left-out', name, reason, count });
  }
}

function* allNotes(database: AppDatabase | undefined, old: AppDatabase | undefined): Generator<Note> {
  if (database) yield* notesOf(database);
  if (old) yield* oldNotesOf(old);
}

function folderOf({ folders, deleted }: Note): readonly string[] {
  return deleted ? ['Recently Deleted'] : folders;
}

async function exportNote(
  extraction: Extraction,
  out: OutputFolder,
  database: AppDatabase | undefined,
  note: Note,
): Promise<string> {
  const folders = folderOf(note);
  const folder = out.within(...folders);
  const objects = new Map<string, ShownObject>();
  for (const identifier of new Set(objectsIn(note.body).map((object) => object.identifier))) {
    const object = database && objectOf(extraction.backup, database, identifier);
    if (!object) continue;
    const written =
      object.entry && (await copyOut(extraction, object.entry, folder, ['attachments', object.name]));
    objects.set(identifier, { ...object, to: written?.path });
  }
  const contents = notePage(note, objects);
  const name = `${note.title.slice(0, 80)}.html`;
  const { path } = await writeOut(extraction, out, [...folders, name], contents, note.modifiedAt);
  return path;
}

/** What stands in a note and was not read with its text. */
function objectsIn(body: NoteBody): (Span & { kind: 'object' })[] {
  if (body.kind !== 'text') return [];
  return body.paragraphs.flatMap(({ spans }) => spans.filter((span) => span.kind === 'object'));
}

function* notePage(note: Note, objects: ReadonlyMap<string, ShownObject>): Generator<string> {
  const { title, createdAt, modifiedAt, body, pinned } = note;
  const facts = [
    createdAt && `Made ${localMinute(createdAt)}`,
    modifiedAt && `changed ${localMinute(modifiedAt)}`,
    pinned ? 'pinned' : undefined,
  ];
  yield pageStart(title, html`<p>${facts.filter(Boolean).join(' · ')}</p>`);
  yield '<article>\n';
  switch (body.kind) {
    case 'text':
      yield paragraphsHtml(body.paragraphs, (identifier) => objects.get(identifier)).value;
      break;
    case 'locked':
      yield html`<p class="note">This note is locked with a password of its own. It opens on an iPhone to which this backup is restored.${
        body.hint === undefined ? '' : ` Its hint: ${body.hint}`
      }</p>\n`.value;
      break;
    case 'unreadable':
      yield '<p class="note">The text of this note is in a format Thaw does not know, or damaged.</p>\n';
      break;
    case 'empty':
      break;
  }
  yield `</article>\n${PAGE_END}`;
}

function* indexPage(notes: readonly WrittenNote[]): Generator<string> {
  yield pageStart('Notes', html`<p>${notes.length.toLocaleString('en')} notes</p>`);
  const byFolder = Map.groupBy(notes, ({ folder }) => folder);
  for (const [folder, inside] of byFolder) {
    yield html`<h2>${folder === '' ? 'Notes' : folder}</h2>\n<ul class="plain">\n`.value;
    for (const { title, page, modifiedAt } of inside.toSorted(latestFirst)) {
      yield html`<li><a href="${fileUrl(page)}">${title}</a> <span class="soft">${modifiedAt ? localMinute(modifiedAt) : ''}</span></li>\n`
        .value;
    }
    yield '</ul>\n';
  }
  yield PAGE_END;
}

function latestFirst(one: WrittenNote, other: WrittenNote): number {
  return (other.modifiedAt?.getTime() ?? 0) - (one.modifiedAt?.getTime() ?? 0);
}
