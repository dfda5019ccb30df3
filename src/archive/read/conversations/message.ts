/** Where a message stands in its conversation: pages continue after it. */
export interface MessageKey {
  /** As stored, to the last digit. */
  readonly date: string;
  readonly row: number;
}

export interface Message {
  readonly key: MessageKey;
  readonly guid: string;
  readonly at: Date | undefined;
  readonly fromMe: boolean;
  /** Number or address; undefined for one's own and where the phone does not say. */
  readonly sender: string | undefined;
  /** `iMessage`, `SMS`, `RCS` … */
  readonly service: string | undefined;
  readonly subject: string | undefined;
  readonly parts: readonly MessagePart[];
  /** What happened, for rows that nobody wrote. */
  readonly event: MessageEvent | undefined;
  readonly tapbacks: readonly Tapback[];
  readonly editedAt: Date | undefined;
  /** What stood there before, oldest first. */
  readonly edits: readonly Edit[];
  /** The sender took all of it back. */
  readonly unsent: boolean;
  /** The guid of the message this one answers. */
  readonly replyTo: string | undefined;
  readonly deliveredAt: Date | undefined;
  readonly readAt: Date | undefined;
  readonly effect: string | undefined;
  readonly failed: boolean;
  /** Under "Recently Deleted" since then. */
  readonly deletedAt: Date | undefined;
  readonly link: LinkPreview | undefined;
  /** The id of the app whose bubble it is. */
  readonly app: string | undefined;
}

export type MessagePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'attachment'; readonly attachment: Attachment };

export interface Attachment {
  readonly guid: string;
  /** As a person knows it. */
  readonly name: string;
  /** In MediaDomain; undefined when it never came to this phone. */
  readonly path: string | undefined;
  readonly mimeType: string | undefined;
  readonly uti: string | undefined;
  readonly bytes: number;
  readonly isSticker: boolean;
  /** What was said, of a voice message, where the phone wrote it down. */
  readonly transcript: string | undefined;
}

export interface Tapback {
  /** An emoji, or `sticker`. */
  readonly mark: string;
  readonly fromMe: boolean;
  readonly sender: string | undefined;
}

export interface Edit {
  readonly part: number;
  readonly at: Date | undefined;
  readonly text: string;
}

export type MessageEvent =
  | { readonly kind: 'added' | 'removed'; readonly who: string | undefined }
  | { readonly kind: 'renamed'; readonly title: string | undefined }
  | {
      readonly kind:
        | 'left'
        | 'photo-changed'
        | 'photo-removed'
        | 'background-changed'
        | 'background-removed'
        | 'location-started'
        | 'location-stopped'
        | 'audio-kept'
        | 'shareplay'
        | 'unknown';
    };

export interface LinkPreview {
  readonly url: string | undefined;
  readonly title: string | undefined;
  readonly summary: string | undefined;
  readonly site: string | undefined;
}

/** All texts of a message. */
export function textOf(message: Pick<Message, 'parts'>): string {
  return message.parts.flatMap((part) => (part.kind === 'text' ? [part.text] : [])).join('');
}
