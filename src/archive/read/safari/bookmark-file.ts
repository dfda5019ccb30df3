import { html } from '../output/html.ts';
import type { Bookmark } from './bookmarks.ts';

const HEAD = `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<META HTTP-EQUIV="Content-Security-Policy" CONTENT="default-src 'none'">
`;

/** The format in which every browser takes bookmarks. */
export function* netscapeBookmarks(bookmarks: Iterable<Bookmark>, title: string): Generator<string> {
  yield `${HEAD}${html`<TITLE>${title}</TITLE>\n<H1>${title}</H1>\n`.value}<DL><p>\n`;
  let open: readonly string[] = [];
  for (const { folders, url, title: name } of bookmarks) {
    yield* moved(open, folders);
    open = folders;
    // A bookmark may be a script (javascript:): it stays a text.
    yield /^(?:https?|ftp|file|mailto|tel):/i.test(url)
      ? html`<DT><A HREF="${url}">${name}</A>\n`.value
      : html`<DT>${name}: ${url}\n`.value;
  }
  yield* moved(open, []);
  yield '</DL><p>\n';
}

/** Closes the folders that end and opens those that begin. */
function* moved(from: readonly string[], to: readonly string[]): Generator<string> {
  let same = 0;
  while (same < from.length && from[same] === to[same]) same += 1;
  for (let depth = from.length; depth > same; depth -= 1) yield '</DL><p>\n';
  for (const folder of to.slice(same)) yield html`<DT><H3>${folder}</H3>\n<DL><p>\n`.value;
}
