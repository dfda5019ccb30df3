import { ReadableStream } from 'node:stream/web';
import type { BackupBrowser, BrowsedContents } from '../../app/browse/backup-browser.ts';
import { PageError } from '../../app/page-error.ts';
import { pictureType } from './picture-type.ts';

/** Whoever opens it by its address gets a page that may do nothing. */
const INERT = {
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
} as const;
/** The grid asks for the same pictures again and again while somebody scrolls. Only in this browser, not for long. */
const SHORT_WHILE = 'private, max-age=600';

/** A file to be kept: never shown or run by the browser, whatever is in it. Rejects with `page.unknown`. */
export async function downloadAnswer(
  browser: BackupBrowser,
  fileId: string,
  signal: AbortSignal,
): Promise<Response> {
  const file = await open(browser, fileId, signal);
  return new Response(streamOf(file.pieces), {
    headers: {
      ...INERT,
      'content-type': 'application/octet-stream',
      'content-length': String(file.bytes),
      'content-disposition': `attachment; filename="${asciiName(file.name)}"; filename*=UTF-8''${encodedName(file.name)}`,
    },
  });
}

/** A picture to be shown; only what is one by its first bytes is, under that type. Rejects with `page.unknown`. */
export async function thumbnailAnswer(
  browser: BackupBrowser,
  fileId: string,
  signal: AbortSignal,
): Promise<Response> {
  const file = await open(browser, fileId, signal);
  const pieces = file.pieces[Symbol.asyncIterator]();
  const first = await pieces.next();
  const type = first.done === true ? undefined : pictureType(first.value);
  if (type === undefined || first.done === true) {
    await pieces.return?.();
    throw new PageError('page.unknown', 'no picture');
  }
  return new Response(streamOf(startingWith(first.value, pieces)), {
    headers: { ...INERT, 'content-type': type, 'cache-control': SHORT_WHILE },
  });
}

async function open(browser: BackupBrowser, fileId: string, signal: AbortSignal): Promise<BrowsedContents> {
  const file = await browser.read(fileId, signal);
  if (!file) throw new PageError('page.unknown', 'no such file');
  return file;
}

async function* startingWith(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  yield* { [Symbol.asyncIterator]: () => rest };
}

/** Pulled only as fast as the browser takes it; a download that is broken off ends the reading. */
function streamOf(pieces: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  return ReadableStream.from(pieces);
}

/** For programs of old; the other name is the one that counts. */
function asciiName(name: string): string {
  return name.replace(/[^\w .()+-]/g, '_');
}

function encodedName(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
