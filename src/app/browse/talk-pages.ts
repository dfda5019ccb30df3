import type { OpenBackup } from '../../archive/open-backup.ts';
import type { Attachment, Message, MessageKey } from '../../archive/read/conversations/message.ts';
import { textOf } from '../../archive/read/conversations/message.ts';
import { shownAs } from '../../archive/read/output/media.ts';
import type { AttachmentCard, ConversationCard, MessageCard } from '../../kit/backup-cards.ts';
import { maybeIso } from './iso.ts';
import { type Marks, markPages } from './marks.ts';
import type { PageOf } from './questions.ts';
import type { Talk } from './talks.ts';

const MESSAGES_A_PAGE = 100;

/** The conversations of a backup, and their messages a page at a time, oldest first. */
export class TalkPages {
  readonly #backup: OpenBackup;
  readonly #talks: readonly Talk[];
  readonly #rest: () => Promise<void>;
  readonly #marks = new Map<Talk, Promise<Marks<MessageKey>>>();

  constructor(backup: OpenBackup, talks: readonly Talk[], rest: () => Promise<void>) {
    this.#backup = backup;
    this.#talks = talks;
    this.#rest = rest;
  }

  /** Their ids are good for as long as the backup is open. */
  conversations(): ConversationCard[] {
    return this.#talks.map(({ app, conversation, count, last }, number) => ({
      id: String(number),
      app,
      title: conversation.title,
      group: conversation.isGroup,
      participants: conversation.participants.map(({ address, name }) => name ?? address),
      messages: count,
      last: maybeIso(last),
    }));
  }

  /** An id that is none has no messages. */
  async messages(id: string, page: number): Promise<PageOf<MessageCard>> {
    const size = MESSAGES_A_PAGE;
    const talk = this.#talks[Number.parseInt(id, 10)];
    if (!talk) return { total: 0, size, items: [] };
    const marks = this.#marks.get(talk) ?? markPages(talk.keys(), size, this.#rest);
    this.#marks.set(talk, marks);
    const { total, before } = await marks;
    const found = page < before.length ? talk.messages({ after: before[page], limit: size }) : [];
    return { total, size, items: [...found].map((message) => this.#shown(talk, message)) };
  }

  #shown(talk: Talk, message: Message): MessageCard {
    const { guid, fromMe, sender, unsent } = message;
    const nameOf = (address: string | undefined): string | null =>
      address === undefined ? null : talk.nameOf(address);
    return {
      ...{ id: guid, fromMe, unsent },
      at: maybeIso(message.at),
      sender: nameOf(sender),
      text: [message.subject, textOf(message)].filter(Boolean).join('\n'),
      attachments: message.parts.flatMap((part) =>
        part.kind === 'attachment' ? [this.#attachment(talk, part.attachment)] : [],
      ),
      reactions: message.tapbacks.map((each) => ({
        mark: each.mark,
        from: each.fromMe ? null : nameOf(each.sender),
      })),
      edited: message.editedAt !== undefined,
      deleted: message.deletedAt !== undefined,
      event: message.event ? eventOf(message.event, nameOf) : null,
    };
  }

  #attachment({ attachmentsDomain }: Talk, { name, path, bytes }: Attachment): AttachmentCard {
    const entry = path === undefined ? undefined : this.#backup.find(attachmentsDomain, path);
    const file = entry?.kind === 'file' ? entry : undefined;
    return {
      fileId: file?.fileId ?? null,
      name,
      bytes: file?.size ?? bytes,
      image: file !== undefined && shownAs(file.relativePath) === 'image',
    };
  }
}

function eventOf(
  event: NonNullable<Message['event']>,
  nameOf: (address: string | undefined) => string | null,
): MessageCard['event'] {
  const { kind } = event;
  if ('who' in event) return { kind, what: nameOf(event.who) };
  return { kind, what: 'title' in event ? (event.title ?? null) : null };
}
