import { type Html, html } from '../output/html.ts';
import { dayInWords, localDay } from '../output/local-time.ts';
import { PAGE_END, pageStart } from '../output/page.ts';
import type { AttachmentCopies } from './attachment-copies.ts';
import type { ConversationApp, ConversationSource } from './conversation.ts';
import type { Message } from './message.ts';
import { type MessageContext, messageHtml } from './message-html.ts';

/** One of the pages a conversation takes. */
export interface Page {
  readonly source: ConversationSource;
  readonly number: number;
  readonly pages: number;
}

export interface PageWork {
  readonly app: ConversationApp;
  readonly copies: AttachmentCopies;
  readonly onMessage: () => void;
}

/** A page piece by piece; the attachments it shows are copied on the way. */
export async function* conversationPage(
  page: Page,
  messages: Iterable<Message>,
  { app, copies, onMessage }: PageWork,
): AsyncGenerator<string> {
  const { conversation } = page.source;
  const context: MessageContext = {
    isGroup: conversation.isGroup,
    nameOf: (address) => app.nameOf(address),
    fileOf: (attachment) => copies.fileOf(attachment),
  };
  yield pageStart(conversation.title, lead(page));
  let day = '';
  for (const message of messages) {
    onMessage();
    for (const part of message.parts) {
      if (part.kind === 'attachment') await copies.copy(part.attachment, message.at);
    }
    const today = message.at ? localDay(message.at) : '';
    if (message.at && today !== day) yield html`<h2 class="day">${dayInWords(message.at)}</h2>\n`.value;
    day = today;
    yield messageHtml(message, context).value;
  }
  yield navigation(page).value + PAGE_END;
}

function lead(page: Page): Html {
  const { conversation, count } = page.source;
  const who = conversation.participants
    .map(({ address, name }) => (name === undefined ? address : `${name} (${address})`))
    .join(', ');
  return html`${who === '' ? undefined : html`<p>${who}</p>`}<p>${count.toLocaleString('en')} messages${
    conversation.services.length > 0 ? ` · ${conversation.services.join(', ')}` : ''
  }</p>
${navigation(page)}`;
}

function navigation({ number, pages }: Page): Html {
  const link = (to: number, words: string): Html | undefined =>
    to >= 1 && to <= pages ? html`<a href="${to === 1 ? 'index' : to}.html">${words}</a>` : undefined;
  return html`<nav><a href="../index.html">All conversations</a>${link(number - 1, 'Earlier')}${link(number + 1, 'Later')}${
    pages > 1 ? html`<span class="soft">Page ${number} of ${pages}</span>` : undefined
  }</nav>
`;
}
