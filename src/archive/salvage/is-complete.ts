import { open } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { decodePlist } from '../../wire/plist/decode.ts';
import { contentKindOf, HEAD_BYTES } from './content-kind.ts';

const MAX_PLIST_BYTES = 64 * 1024 * 1024;
const TAIL_BYTES = 64;

/**
 * True for a file that is whole by its own account: a database that SQLite finds nothing wrong with, a property list
 * that can be read, a picture that has its end. False also for what cannot be told.
 */
export async function isComplete(physical: string): Promise<boolean> {
  await using file = await open(physical, 'r');
  const { size } = await file.stat();
  const head = Buffer.alloc(Math.min(HEAD_BYTES, size));
  await file.read(head, 0, head.length, 0);
  const tail = Buffer.alloc(Math.min(TAIL_BYTES, size));
  await file.read(tail, 0, tail.length, size - tail.length);
  switch (contentKindOf(head).kind) {
    case 'sqlite':
      return isSoundDatabase(physical);
    case 'binary plist':
    case 'xml plist':
      return size <= MAX_PLIST_BYTES && isPlist(await file.readFile());
    case 'jpeg':
      return tail.subarray(-2).equals(Buffer.from([0xff, 0xd9]));
    case 'png':
      return tail.includes('IEND');
    case 'gif':
      return tail.at(-1) === 0x3b;
    default:
      return false;
  }
}

function isPlist(bytes: Buffer): boolean {
  try {
    decodePlist(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Opened so that SQLite makes no files beside it. */
function isSoundDatabase(physical: string): boolean {
  const url = pathToFileURL(physical);
  url.searchParams.set('immutable', '1');
  try {
    using database = new DatabaseSync(url, { readOnly: true });
    return database.prepare('PRAGMA quick_check(1)').get()?.['quick_check'] === 'ok';
  } catch {
    return false;
  }
}
