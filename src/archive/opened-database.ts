import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pipeline } from 'node:stream/promises';
import { messageOf } from '../kit/errors.ts';
import { ArchiveError } from './errors.ts';
import { scratchFolder } from './scratch.ts';

/** A database of a backup, copied out in the clear and open to be read; gone from the disk when it is released. */
export interface OpenedDatabase extends AsyncDisposable {
  readonly database: DatabaseSync;
}

/** What belongs together: the database, and what was not yet written into it. */
export interface DatabaseContents {
  readonly main: AsyncIterable<Buffer>;
  readonly wal?: AsyncIterable<Buffer>;
}

/** Throws `archive.damaged`, with `name` as its file, for what is no database. */
export async function openDatabaseCopy(
  contents: DatabaseContents,
  name: string,
  signal?: AbortSignal,
): Promise<OpenedDatabase> {
  await using opening = new AsyncDisposableStack();
  const scratch = opening.use(await scratchFolder());
  const path = join(scratch.path, 'copy.db');
  await copy(contents.main, path, signal);
  // SQLite makes the -shm anew; the phone's would be of no use to it.
  if (contents.wal) await copy(contents.wal, `${path}-wal`, signal);
  const database = opening.adopt(open(path, name), (opened) => opened.close());
  const held = opening.move();
  return { database, [Symbol.asyncDispose]: () => held.disposeAsync() };
}

function open(path: string, name: string): DatabaseSync {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    database.prepare('SELECT count(*) FROM sqlite_schema').get();
    return database;
  } catch (cause) {
    database.close();
    throw new ArchiveError('archive.damaged', `${name} is no database`, {
      cause,
      facts: { file: name, reason: messageOf(cause) },
    });
  }
}

async function copy(contents: AsyncIterable<Buffer>, path: string, signal?: AbortSignal): Promise<void> {
  await pipeline(contents, createWriteStream(path, { mode: 0o600 }), { signal });
}
