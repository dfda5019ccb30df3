import { setImmediate } from 'node:timers/promises';
import type { OpenBackup } from '../../archive/open-backup.ts';
import { ADDRESS_BOOK } from '../../archive/read/contacts/address-book.ts';
import { PHOTOS } from '../../archive/read/photos/library.ts';
import type { BackupSummary } from '../../kit/backup-cards.ts';
import { modelName } from '../../phone/models.ts';
import { type ArchiveRequest, openArchive } from '../open-archive.ts';
import { AppDatabases } from './app-databases.ts';
import { ContactPages } from './contact-pages.ts';
import { FileReadings } from './file-readings.ts';
import { findInBackup } from './find-in-backup.ts';
import { FolderPages } from './folder-pages.ts';
import { maybeIso } from './iso.ts';
import { PhotoPages } from './photo-pages.ts';
import type { QuestionKind, Questions } from './questions.ts';
import { TalkPages } from './talk-pages.ts';
import { talksIn } from './talks.ts';

type Answers = { [K in QuestionKind]: (ask: Questions[K]['ask']) => Promise<Questions[K]['answer']> };

/** An open backup that answers questions; it lives in a thread of its own, so that a long answer holds up nobody else. */
export class Reading implements AsyncDisposable {
  readonly #held: AsyncDisposable;
  readonly #answers: Answers;

  private constructor(held: AsyncDisposable, answers: Answers) {
    this.#held = held;
    this.#answers = answers;
  }

  /** Rejects as opening a backup does. */
  static async open(request: ArchiveRequest): Promise<Reading> {
    const { backup } = await openArchive(request, new AbortController().signal);
    const held = new AsyncDisposableStack();
    held.use(backup);
    const databases = held.use(new AppDatabases(backup));
    const files = held.use(new FileReadings(backup));
    return new Reading(held, answersOf(backup, databases, files));
  }

  async answer<K extends QuestionKind>(kind: K, ask: Questions[K]['ask']): Promise<Questions[K]['answer']> {
    return await this.#answers[kind](ask);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#held[Symbol.asyncDispose]();
  }
}

function answersOf(backup: OpenBackup, databases: AppDatabases, files: FileReadings): Answers {
  const folders = new FolderPages(backup, rest);
  const photos = once(async () => await PhotoPages.of(backup, await databases.get(PHOTOS), rest));
  const contacts = once(async () => new ContactPages(await databases.get(ADDRESS_BOOK)));
  const talks = once(async () => new TalkPages(backup, await talksIn(backup, databases), rest));
  return {
    summary: once(async () => ({
      ...factsOf(backup),
      photos: await countOr(async () => (await photos()).total),
      conversations: await countOr(async () => (await talks()).conversations().length),
      contacts: await countOr(async () => (await contacts()).total),
    })),
    domains: once(async () => folders.domains()),
    folders: (place) => folders.folders(place),
    files: (ask) => folders.files(ask, ask.page),
    photos: async ({ page }) => (await photos()).page(page),
    conversations: async () => (await talks()).conversations(),
    messages: async ({ conversation, page }) => await (await talks()).messages(conversation, page),
    contacts: async ({ page }) => (await contacts()).page(page),
    search: (ask) => findInBackup(backup, ask, rest),
    file: ({ fileId }) => files.open(fileId),
    piece: ({ reading }) => files.piece(reading),
    shut: ({ reading }) => files.shut(reading),
  };
}

/** Lets the questions that came meanwhile have their turn. */
async function rest(): Promise<void> {
  await setImmediate();
}

/** Made when it is first wanted; a failure is told each time, and not tried again: a backup does not get better. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Null where there is nothing, or nothing that can be read: looking at it will say why. */
async function countOr(count: () => Promise<number>): Promise<number | null> {
  return (await count().catch(() => 0)) || null;
}

function factsOf(backup: OpenBackup): Omit<BackupSummary, 'photos' | 'conversations' | 'contacts'> {
  const { info, encrypted, iosVersion } = backup;
  return {
    phoneName: info?.deviceName ?? null,
    model: info?.productType === undefined ? null : modelName(info.productType),
    iosVersion: iosVersion ?? null,
    at: maybeIso(info?.lastBackup),
    encrypted,
    entries: backup.count(),
  };
}
