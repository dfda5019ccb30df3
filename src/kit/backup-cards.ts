/**
 * What a person sees of a backup that is looked into: made in the thread that reads it, sent to the page as it is. Plain
 * data, with times in ISO form.
 */

/** What there is to look at; null where the backup holds none, or it cannot be read. */
export interface BackupSummary {
  readonly phoneName: string | null;
  /** As it is sold: `iPhone 16`. */
  readonly model: string | null;
  readonly iosVersion: string | null;
  readonly at: string | null;
  readonly encrypted: boolean;
  readonly entries: number;
  readonly photos: number | null;
  readonly conversations: number | null;
  readonly contacts: number | null;
}

export interface DomainCard {
  readonly domain: string;
  /** As a person knows it. */
  readonly app: string;
  /** Of iOS itself. */
  readonly system: boolean;
  readonly files: number;
}

/** The folders right in a folder, by name. */
export interface InnerFolders {
  readonly folders: readonly { readonly name: string; readonly files: number }[];
  /** There are more folders than are told. */
  readonly more: boolean;
}

export interface EntryCard {
  readonly fileId: string;
  readonly domain: string;
  readonly path: string;
  readonly kind: 'file' | 'link';
  readonly bytes: number;
  readonly modified: string;
}

export interface PhotoCard {
  /** The original, to be downloaded; null when it is not in the backup. */
  readonly fileId: string | null;
  /** The file of a picture any browser shows; null when there is none. */
  readonly thumbnail: string | null;
  readonly name: string;
  readonly at: string | null;
  readonly kind: 'photo' | 'video';
  readonly special: string | null;
  readonly favorite: boolean;
  readonly deleted: boolean;
  readonly bytes: number;
  readonly onlyInCloud: boolean;
}

export interface ConversationCard {
  readonly id: string;
  readonly app: 'messages' | 'whatsapp';
  readonly title: string;
  readonly group: boolean;
  readonly participants: readonly string[];
  readonly messages: number;
  readonly last: string | null;
}

export interface MessageCard {
  readonly id: string;
  readonly at: string | null;
  readonly fromMe: boolean;
  readonly sender: string | null;
  readonly text: string;
  readonly attachments: readonly AttachmentCard[];
  readonly reactions: readonly { readonly mark: string; readonly from: string | null }[];
  readonly edited: boolean;
  readonly unsent: boolean;
  readonly deleted: boolean;
  /** For rows that nobody wrote: somebody was `added`, the conversation was `renamed` to `what` … */
  readonly event: { readonly kind: string; readonly what: string | null } | null;
}

export interface AttachmentCard {
  /** Null when it is not in the backup. */
  readonly fileId: string | null;
  readonly name: string;
  readonly bytes: number;
  readonly image: boolean;
}

export interface ContactCard {
  readonly id: string;
  readonly name: string;
  readonly organization: string | null;
  readonly values: readonly {
    readonly kind: string;
    readonly label: string | null;
    readonly value: string;
  }[];
}

/** The first few hundred of what fits. */
export interface SearchFound {
  readonly hits: readonly SearchHit[];
  /** There are more than are told. */
  readonly more: boolean;
  /** What could not be searched. */
  readonly unsearched: readonly string[];
}

export type SearchHit =
  | {
      readonly kind: 'file';
      readonly fileId: string;
      readonly domain: string;
      readonly path: string;
      readonly bytes: number;
    }
  | { readonly kind: 'contact'; readonly title: string; readonly snippet: string }
  | { readonly kind: 'note'; readonly title: string; readonly at: string | null; readonly snippet: string }
  | {
      readonly kind: 'message';
      readonly app: string;
      readonly title: string;
      readonly from: string;
      readonly at: string | null;
      readonly snippet: string;
    };
