import type { AppDatabase } from '../database/app-database.ts';
import { type Note, textOfNote } from '../notes/note.ts';
import { notesOf } from '../notes/note-store.ts';
import type { Needle } from './fold.ts';
import type { Hit } from './hit.ts';

export function* searchNotes(database: AppDatabase, needle: Needle): Generator<Hit> {
  for (const note of notesOf(database)) {
    const snippet = needle.snippetOf(textOfNote(note)) ?? needle.snippetOf(note.title);
    if (snippet !== undefined) yield hitOf(note, snippet);
  }
}

function hitOf({ title, folders, modifiedAt }: Note, snippet: string): Hit {
  return { kind: 'note', title, folders, at: modifiedAt, snippet };
}
