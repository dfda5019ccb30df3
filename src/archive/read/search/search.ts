import { isAbort, isThawError } from '../../../kit/errors.ts';
import type { OpenBackup } from '../../open-backup.ts';
import { ADDRESS_BOOK } from '../contacts/address-book.ts';
import { People } from '../contacts/people.ts';
import { AppDatabase } from '../database/app-database.ts';
import { MESSAGES } from '../messages/conversations.ts';
import { NOTES } from '../notes/note-store.ts';
import { CHAT_STORAGES, WhatsAppNames } from '../whatsapp/chat-storage.ts';
import { digitsOf, searchContacts } from './contacts.ts';
import { Needle } from './fold.ts';
import type { Hit, Unsearched } from './hit.ts';
import { searchMessages, searchWhatsApp } from './messages.ts';
import { searchNotes } from './notes.ts';

interface Place {
  readonly domain: string;
  readonly path: string;
}

/**
 * Everything in a backup that fits a text: names of files first, for they are at hand at once; then contacts, notes and
 * messages. Nothing is gathered: hits come as they are found. What cannot be read is told of and passed over.
 */
export async function* searchBackup(
  backup: OpenBackup,
  text: string,
  signal: AbortSignal,
): AsyncGenerator<Hit | Unsearched> {
  yield* fileNames(backup, new Needle(text), signal);
  yield* searchContents(backup, text, signal);
}

/** The same without the names of files. */
export async function* searchContents(
  backup: OpenBackup,
  text: string,
  signal: AbortSignal,
): AsyncGenerator<Hit | Unsearched> {
  const needle = new Needle(text);
  const within = (what: Unsearched['what'], place: Place, search: (database: AppDatabase) => Iterable<Hit>) =>
    searchDatabase(backup, what, place, search, signal);
  yield* within('contacts', ADDRESS_BOOK, (database) => searchContacts(database, needle, digitsOf(text)));
  yield* within('notes', NOTES, (database) => searchNotes(database, needle));
  const people = await People.of(backup, signal).catch((thrown: unknown) => noPeople(thrown, signal));
  yield* within('messages', MESSAGES, (database) => searchMessages(database, people, needle));
  for (const place of CHAT_STORAGES) {
    yield* within('whatsapp', place, (database) =>
      database.has('ZWAMESSAGE', 'ZCHATSESSION') && database.has('ZWACHATSESSION')
        ? searchWhatsApp(database, new WhatsAppNames(database, people), needle)
        : [],
    );
  }
}

function* fileNames(backup: OpenBackup, needle: Needle, signal: AbortSignal): Generator<Hit> {
  for (const { kind, domain, relativePath: path, size, modified } of backup.entries()) {
    signal.throwIfAborted();
    if (kind === 'file' && needle.isIn(path)) yield { kind, domain, path, size, modified };
  }
}

async function* searchDatabase(
  backup: OpenBackup,
  what: Unsearched['what'],
  { domain, path }: Place,
  search: (database: AppDatabase) => Iterable<Hit>,
  signal: AbortSignal,
): AsyncGenerator<Hit | Unsearched> {
  try {
    await using opened = await backup.openDatabase(domain, path, signal);
    if (!opened) return;
    for (const hit of search(new AppDatabase(opened.database))) {
      signal.throwIfAborted();
      yield hit;
    }
  } catch (thrown) {
    if (isAbort(thrown, signal)) throw thrown;
    yield { kind: 'unsearched', what, code: codeOf(thrown) };
  }
}

/** Without an address book people go by their numbers; that it is damaged was told of before. */
function noPeople(thrown: unknown, signal: AbortSignal): People {
  if (isAbort(thrown, signal)) throw thrown;
  return new People();
}

/** SQLite's own errors come at a damaged page, in the middle of reading. */
function codeOf(thrown: unknown): string {
  if (isThawError(thrown)) return thrown.code;
  if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ERR_SQLITE_ERROR')
    return 'archive.damaged';
  throw thrown;
}
