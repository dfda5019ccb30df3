import { People } from '../contacts/people.ts';
import type { ConversationSource } from '../conversations/conversation.ts';
import { writeConversations } from '../conversations/write.ts';
import { AppDatabase } from '../database/app-database.ts';
import { cocoaDate } from '../database/times.ts';
import { ExtractError } from '../errors.ts';
import type { Extraction } from '../extraction.ts';
import { ATTACHMENTS_DOMAIN } from './attachments.ts';
import { conversationsOf, MESSAGES } from './conversations.ts';
import { extentOf } from './keys.ts';
import { messagesOf } from './read.ts';

/** Writes the conversations of Messages. */
export async function exportMessages(extraction: Extraction): Promise<void> {
  const { backup, signal } = extraction;
  await using opened = await backup.openDatabase(MESSAGES.domain, MESSAGES.path, signal);
  const database = opened && new AppDatabase(opened.database);
  if (!database?.has('message'))
    throw new ExtractError('extract.none', 'no messages', { facts: { kind: 'messages' } });
  const people = await People.of(backup, signal);
  const sources = conversationsOf(database, people).map((conversation): ConversationSource => {
    const { count, last } = extentOf(database, conversation);
    return {
      conversation,
      count,
      last: cocoaDate(last),
      messages: (paging) => messagesOf(database, conversation, paging),
    };
  });
  const app = {
    name: 'Messages',
    attachmentsDomain: ATTACHMENTS_DOMAIN,
    nameOf: (address: string) => people.nameOf(address) ?? address,
  };
  await writeConversations(extraction, app, sources);
}
