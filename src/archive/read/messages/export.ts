import type { OpenBackup } from '../../open-backup.ts';
import { People } from '../contacts/people.ts';
import { AppDatabase } from '../database/app-database.ts';
import { cocoaDate } from '../database/times.ts';
import { ExtractError } from '../errors.ts';
import { type Extraction, writeOut } from '../extraction.ts';
import type { OutputFolder } from '../output/output-folder.ts';
import { AttachmentCopies } from './attachment-copies.ts';
import { conversationPage, type Page } from './conversation-page.ts';
import { type Conversation, conversationsOf, MESSAGES } from './conversations.ts';
import { indexPage, type ListedConversation } from './index-page.ts';
import { extentOf } from './keys.ts';
import type { MessageKey } from './message.ts';
import { messagesOf } from './read.ts';

const MESSAGES_A_PAGE = 2000;

/** Writes every conversation as pages with its attachments and as JSON lines, and a page that lists them. */
export async function exportMessages(extraction: Extraction): Promise<void> {
  const { backup, signal } = extraction;
  await using opened = await backup.openDatabase(MESSAGES.domain, MESSAGES.path, signal);
  if (!opened) throw new ExtractError('extract.none', 'no messages', { facts: { kind: 'messages' } });
  const database = new AppDatabase(opened.database);
  const people = await People.of(backup, signal);
  const out = extraction.out.within('Messages');
  const conversations = conversationsOf(database, people).map((conversation) => ({
    conversation,
    ...extentOf(database, conversation),
  }));
  let total = 0;
  for (const { count } of conversations) total += count;
  extraction.plan(total, 0);

  const listed: ListedConversation[] = [];
  for (const { conversation, count, last } of conversations) {
    if (count === 0) continue;
    const { name, folder } = out.claimFolder(conversation.title);
    const page = await exportConversation(extraction, {
      backup,
      database,
      people,
      conversation,
      count,
      folder,
    });
    listed.push({ conversation, count, last: cocoaDate(last), page: `${name}/${page}` });
  }
  await writeOut(extraction, out, ['index.html'], indexPage(listed, backup.info?.deviceName));
  extraction.tell({ type: 'counted', what: 'conversations', count: listed.length });
  extraction.tell({ type: 'counted', what: 'messages', count: total });
}

interface ConversationWork {
  readonly backup: OpenBackup;
  readonly database: AppDatabase;
  readonly people: People;
  readonly conversation: Conversation;
  readonly count: number;
  readonly folder: OutputFolder;
}

/** Gives the name of the first page. */
async function exportConversation(extraction: Extraction, work: ConversationWork): Promise<string> {
  const { database, people, conversation, count, folder } = work;
  const copies = new AttachmentCopies(extraction, folder);
  const pages = Math.ceil(count / MESSAGES_A_PAGE);
  let after: MessageKey | undefined;
  let first = 'index.html';
  for (let number = 1; number <= pages; number += 1) {
    const page: Page = { conversation, count, number, pages };
    const contents = conversationPage(
      page,
      messagesOf(database, conversation, { after, limit: MESSAGES_A_PAGE }),
      {
        copies,
        people,
        onMessage: ({ key }) => {
          extraction.signal.throwIfAborted();
          after = key;
          extraction.advance(1, 0);
        },
      },
    );
    const written = await writeOut(
      extraction,
      folder,
      [number === 1 ? 'index.html' : `${number}.html`],
      contents,
    );
    if (number === 1) first = written.path;
  }
  copies.tellMissing();
  await writeOut(extraction, folder, ['messages.jsonl'], linesOf(work, copies));
  return first;
}

/** The conversation itself on the first line, then a line for each message. */
function* linesOf({ database, conversation }: ConversationWork, copies: AttachmentCopies): Generator<string> {
  const { title, isGroup, participants, identifiers, services } = conversation;
  yield `${JSON.stringify({ conversation: { title, isGroup, participants, identifiers, services } })}\n`;
  for (const { key: _, ...message } of messagesOf(database, conversation)) {
    const parts = message.parts.map((part) =>
      part.kind === 'attachment' ? { ...part, file: copies.fileOf(part.attachment) ?? null } : part,
    );
    yield `${JSON.stringify({ ...message, parts })}\n`;
  }
}
