import type { Message, MessageKey } from './message.ts';

/** What a person takes for one conversation, whatever app it is in. */
export interface Conversation {
  readonly title: string;
  readonly isGroup: boolean;
  readonly participants: readonly Participant[];
  /** As the app names it: a number, an address, or a group's id. */
  readonly identifiers: readonly string[];
  readonly services: readonly string[];
}

export interface Participant {
  readonly address: string;
  readonly name: string | undefined;
}

export interface Paging {
  /** Only what stands after this message. */
  readonly after?: MessageKey | undefined;
  /** All that there are, when not given. */
  readonly limit?: number;
}

/** A conversation to be written out: what is in it is read as it is asked for. */
export interface ConversationSource {
  readonly conversation: Conversation;
  readonly count: number;
  readonly last: Date | undefined;
  messages(paging?: Paging): Iterable<Message>;
}

/** An app's conversations, and where its attachments lie. */
export interface ConversationApp {
  /** The folder of the export. */
  readonly name: string;
  readonly attachmentsDomain: string;
  /** Who an address is. */
  nameOf(address: string): string;
}
