import { type Extraction, untilDamage, writeOut } from '../extraction.ts';
import type { OutputFolder } from '../output/output-folder.ts';
import { AttachmentCopies } from './attachment-copies.ts';
import type { ConversationApp, ConversationSource } from './conversation.ts';
import { conversationPage } from './conversation-page.ts';
import { indexPage, type ListedConversation } from './index-page.ts';

const MESSAGES_A_PAGE = 2000;

/** Writes every conversation as pages with its attachments and as JSON lines, and a page that lists them. */
export async function writeConversations(
  extraction: Extraction,
  app: ConversationApp,
  sources: readonly ConversationSource[],
): Promise<void> {
  const out = extraction.out.within(app.name);
  let messages = 0;
  for (const { count } of sources) messages += count;
  extraction.plan(messages, 0);
  const listed: ListedConversation[] = [];
  for (const source of sources) {
    if (source.count === 0) continue;
    const { name, folder } = out.claimFolder(source.conversation.title);
    const page = await writeConversation(extraction, app, source, folder);
    listed.push({ ...source, page: `${name}/${page}` });
  }
  await writeOut(
    extraction,
    out,
    ['index.html'],
    indexPage(app.name, listed, extraction.backup.info?.deviceName),
  );
  extraction.tell({ type: 'counted', what: 'conversations', count: listed.length });
  extraction.tell({ type: 'counted', what: 'messages', count: messages });
}

/** Gives the name of the first page. */
async function writeConversation(
  extraction: Extraction,
  app: ConversationApp,
  source: ConversationSource,
  folder: OutputFolder,
): Promise<string> {
  const copies = new AttachmentCopies(extraction, folder, app.attachmentsDomain);
  const pages = Math.ceil(source.count / MESSAGES_A_PAGE);
  const rest = `rest of the conversation “${source.conversation.title}”`;
  // One reading for all pages: to begin again for each would sort the whole conversation each time.
  const messages = untilDamage(extraction, rest, source.messages());
  const onMessage = (): void => {
    extraction.signal.throwIfAborted();
    extraction.advance(1, 0);
  };
  let first = 'index.html';
  for (let number = 1; number <= pages; number += 1) {
    const name = number === 1 ? 'index.html' : `${number}.html`;
    const work = { app, copies, onMessage };
    const contents = conversationPage({ source, number, pages }, take(messages, MESSAGES_A_PAGE), work);
    const written = await writeOut(extraction, folder, [name], contents);
    if (number === 1) first = written.path;
  }
  copies.tellMissing();
  await writeOut(extraction, folder, ['messages.jsonl'], linesOf(extraction, source, copies));
  return first;
}

/** The next items, so many at most; what is behind them stays to be taken. */
function* take<T>(items: Iterator<T>, limit: number): Generator<T> {
  for (let taken = 0; taken < limit; taken += 1) {
    const next = items.next();
    if (next.done) return;
    yield next.value;
  }
}

/** The conversation itself on the first line, then a line for each message. */
function* linesOf(
  extraction: Extraction,
  { conversation, messages }: ConversationSource,
  copies: AttachmentCopies,
): Generator<string> {
  const { title, isGroup, participants, identifiers, services } = conversation;
  yield `${JSON.stringify({ conversation: { title, isGroup, participants, identifiers, services } })}\n`;
  for (const { key: _, ...message } of untilDamage(
    extraction,
    `rest of the conversation “${title}”, as JSON`,
    messages(),
  )) {
    const parts = message.parts.map((part) =>
      part.kind === 'attachment' ? { ...part, file: copies.fileOf(part.attachment) ?? null } : part,
    );
    yield `${JSON.stringify({ ...message, parts })}\n`;
  }
}
