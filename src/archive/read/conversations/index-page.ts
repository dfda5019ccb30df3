import { fileUrl, html } from '../output/html.ts';
import { localMinute } from '../output/local-time.ts';
import { PAGE_END, pageStart } from '../output/page.ts';
import type { Conversation } from './conversation.ts';

export interface ListedConversation {
  readonly conversation: Conversation;
  readonly count: number;
  readonly last: Date | undefined;
  /** The first page, below this one's folder. */
  readonly page: string;
}

/** All conversations, the latest first. */
export function* indexPage(
  title: string,
  listed: readonly ListedConversation[],
  phone: string | undefined,
): Generator<string> {
  const total = listed.reduce((sum, { count }) => sum + count, 0);
  const lead = html`<p>${phone === undefined ? undefined : `${phone} · `}${listed.length.toLocaleString('en')} conversations, ${total.toLocaleString('en')} messages</p>`;
  yield pageStart(title, lead);
  yield '<ul class="plain">\n';
  const latestFirst = listed.toSorted(
    (one, other) => (other.last?.getTime() ?? 0) - (one.last?.getTime() ?? 0),
  );
  for (const { conversation, count, last, page } of latestFirst) {
    yield html`<li><a href="${fileUrl(page)}">${conversation.title}</a><div class="soft">${count.toLocaleString('en')} messages${
      last ? `, the last on ${localMinute(last)}` : ''
    }</div></li>\n`.value;
  }
  yield `</ul>\n${PAGE_END}`;
}
