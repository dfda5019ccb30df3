import { People } from '../contacts/people.ts';
import type { ConversationSource } from '../conversations/conversation.ts';
import { writeConversations } from '../conversations/write.ts';
import { AppDatabase } from '../database/app-database.ts';
import { ExtractError } from '../errors.ts';
import type { Extraction } from '../extraction.ts';
import { CHAT_STORAGES, sessionsOf, WhatsAppNames } from './chat-storage.ts';
import { countUnknown, whatsAppExtent, whatsAppMessages } from './messages.ts';

/** Writes the chats of WhatsApp and of WhatsApp Business. */
export async function exportWhatsApp(extraction: Extraction): Promise<void> {
  const { backup, signal } = extraction;
  const people = await People.of(backup, signal);
  let found = false;
  for (const { name, domain, path } of CHAT_STORAGES) {
    await using opened = await backup.openDatabase(domain, path, signal);
    const database = opened && new AppDatabase(opened.database);
    if (!database?.has('ZWACHATSESSION') || !database.has('ZWAMESSAGE', 'ZCHATSESSION')) continue;
    found = true;
    const names = new WhatsAppNames(database, people);
    const sources = [...sessionsOf(database, names)].map(
      (conversation): ConversationSource => ({
        conversation,
        ...whatsAppExtent(database, conversation),
        messages: (paging) => whatsAppMessages(database, conversation, paging),
      }),
    );
    const app = {
      name,
      attachmentsDomain: domain,
      nameOf: (address: string) => names.nameOfAddress(address),
    };
    await writeConversations(extraction, app, sources);
    const count = countUnknown(database);
    if (count > 0)
      extraction.tell({
        type: 'left-out',
        name: 'messages like polls or calls',
        reason: 'unknown-format',
        count,
      });
  }
  if (!found) throw new ExtractError('extract.none', 'no WhatsApp chats', { facts: { kind: 'WhatsApp' } });
}
