import type { OpenBackup } from '../../archive/open-backup.ts';
import { ADDRESS_BOOK } from '../../archive/read/contacts/address-book.ts';
import { People } from '../../archive/read/contacts/people.ts';
import type { ConversationSource } from '../../archive/read/conversations/conversation.ts';
import type { MessageKey } from '../../archive/read/conversations/message.ts';
import type { AppDatabase } from '../../archive/read/database/app-database.ts';
import { cocoaDate } from '../../archive/read/database/times.ts';
import { ATTACHMENTS_DOMAIN } from '../../archive/read/messages/attachments.ts';
import { conversationsOf, MESSAGES } from '../../archive/read/messages/conversations.ts';
import { extentOf, messageKeys } from '../../archive/read/messages/keys.ts';
import { messagesOf } from '../../archive/read/messages/read.ts';
import { CHAT_STORAGES, sessionsOf, WhatsAppNames } from '../../archive/read/whatsapp/chat-storage.ts';
import { whatsAppExtent, whatsAppMessages } from '../../archive/read/whatsapp/messages.ts';
import type { ConversationCard } from '../../kit/backup-cards.ts';
import type { AppDatabases } from './app-databases.ts';

/** A conversation of any app, and how to read on in it. */
export interface Talk extends ConversationSource {
  readonly app: ConversationCard['app'];
  readonly attachmentsDomain: string;
  keys(): Iterable<MessageKey>;
  nameOf(address: string): string;
}

/** All conversations with messages in them, the newest first. */
export async function talksIn(backup: OpenBackup, databases: AppDatabases): Promise<Talk[]> {
  const people = await peopleOf(backup, databases);
  const talks: Talk[] = [];
  const messages = await databases.get(MESSAGES);
  if (messages) talks.push(...messagesTalks(messages, people));
  for (const place of CHAT_STORAGES) {
    const database = await databases.get(place);
    if (database?.has('ZWACHATSESSION') && database.has('ZWAMESSAGE', 'ZCHATSESSION'))
      talks.push(...whatsAppTalks(database, people, place.domain));
  }
  return talks
    .filter(({ count }) => count > 0)
    .sort((one, other) => (other.last?.getTime() ?? 0) - (one.last?.getTime() ?? 0));
}

/** Without an address book that can be read people go by their numbers. */
async function peopleOf(backup: OpenBackup, databases: AppDatabases): Promise<People> {
  const book = await databases.get(ADDRESS_BOOK).catch(() => undefined);
  return book ? await People.of(backup) : new People();
}

function messagesTalks(database: AppDatabase, people: People): Talk[] {
  return conversationsOf(database, people).map((conversation) => {
    const { count, last } = extentOf(database, conversation);
    return {
      ...{ app: 'messages', attachmentsDomain: ATTACHMENTS_DOMAIN, conversation, count },
      last: cocoaDate(last),
      keys: () => messageKeys(database, conversation),
      messages: (paging) => messagesOf(database, conversation, paging),
      nameOf: (address) => people.nameOf(address) ?? address,
    };
  });
}

function* whatsAppTalks(database: AppDatabase, people: People, domain: string): Generator<Talk> {
  const names = new WhatsAppNames(database, people);
  for (const conversation of sessionsOf(database, names)) {
    yield {
      ...{ app: 'whatsapp', attachmentsDomain: domain, conversation },
      ...whatsAppExtent(database, conversation),
      keys: () => Iterator.from(whatsAppMessages(database, conversation)).map(({ key }) => key),
      messages: (paging) => whatsAppMessages(database, conversation, paging),
      nameOf: (address) => names.nameOfAddress(address),
    };
  }
}
