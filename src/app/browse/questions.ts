import type { Message } from '../../archive/read/conversations/message.ts';
import type { Hit, Unsearched } from '../../archive/read/search/hit.ts';

/** A part of a long list; `total` and `size` tell which pages there are. */
export interface PageOf<T> {
  readonly total: number;
  readonly size: number;
  readonly items: readonly T[];
}

/** What an open backup can be asked, and what it answers. Both cross to a thread: plain data only. */
export interface Questions {
  readonly summary: { readonly ask: None; readonly answer: Contents };
  readonly domains: { readonly ask: None; readonly answer: readonly BrowsedDomain[] };
  readonly folders: { readonly ask: FolderPlace; readonly answer: InnerFolders };
  readonly files: { readonly ask: FolderPlace & AskedPage; readonly answer: PageOf<BrowsedFile> };
  readonly photos: { readonly ask: AskedPage; readonly answer: PageOf<BrowsedPhoto> };
  readonly conversations: { readonly ask: None; readonly answer: readonly BrowsedConversation[] };
  readonly messages: {
    readonly ask: AskedPage & { readonly conversation: string };
    readonly answer: PageOf<BrowsedMessage>;
  };
  readonly contacts: { readonly ask: AskedPage; readonly answer: PageOf<BrowsedContact> };
  readonly search: { readonly ask: SearchAsk; readonly answer: Found };
  readonly file: { readonly ask: { readonly fileId: string }; readonly answer: FileToRead | null };
  /** The next piece of an opened file; null at its end. */
  readonly piece: { readonly ask: { readonly reading: number }; readonly answer: Uint8Array | null };
  readonly shut: { readonly ask: { readonly reading: number }; readonly answer: null };
}

export type QuestionKind = keyof Questions;
export type None = Readonly<Record<never, never>>;

export interface AskedPage {
  /** From 0. */
  readonly page: number;
}

export interface FolderPlace {
  readonly domain: string;
  /** Without a slash at its end; empty for the root. */
  readonly folder: string;
}

/** What there is to look at; null where the backup holds none, or it cannot be read. */
export interface Contents {
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

export interface BrowsedDomain {
  readonly domain: string;
  readonly app: string;
  readonly system: boolean;
  readonly files: number;
}

export interface InnerFolders {
  readonly folders: readonly { readonly name: string; readonly files: number }[];
  readonly more: boolean;
}

export interface BrowsedFile {
  readonly fileId: string;
  readonly domain: string;
  readonly path: string;
  readonly kind: 'file' | 'link';
  readonly bytes: number;
  readonly modified: string;
}

export interface BrowsedPhoto {
  readonly fileId: string | null;
  /** A file that browsers show. */
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

export interface BrowsedConversation {
  readonly id: string;
  readonly app: 'messages' | 'whatsapp';
  readonly title: string;
  readonly group: boolean;
  readonly participants: readonly string[];
  readonly messages: number;
  readonly last: string | null;
}

export interface BrowsedMessage {
  readonly id: string;
  readonly at: string | null;
  readonly fromMe: boolean;
  readonly sender: string | null;
  readonly text: string;
  readonly attachments: readonly BrowsedAttachment[];
  readonly reactions: readonly { readonly mark: string; readonly from: string | null }[];
  readonly edited: boolean;
  readonly unsent: boolean;
  readonly deleted: boolean;
  readonly event: {
    readonly kind: NonNullable<Message['event']>['kind'];
    readonly what: string | null;
  } | null;
}

export interface BrowsedAttachment {
  readonly fileId: string | null;
  readonly name: string;
  readonly bytes: number;
  readonly image: boolean;
}

export interface BrowsedContact {
  readonly id: string;
  readonly name: string;
  readonly organization: string | null;
  readonly values: readonly {
    readonly kind: string;
    readonly label: string | null;
    readonly value: string;
  }[];
}

export interface SearchAsk {
  readonly text: string;
  readonly in: 'names' | 'contents';
}

export interface Found {
  readonly hits: readonly FoundHit[];
  readonly more: boolean;
  readonly unsearched: readonly Unsearched['what'][];
}

export type FoundHit =
  | {
      readonly kind: 'file';
      readonly fileId: string;
      readonly domain: string;
      readonly path: string;
      readonly bytes: number;
    }
  | Exclude<Hit, { kind: 'file' }>;

/** A file that is open to be read piece by piece, until its end or until it is shut. */
export interface FileToRead {
  readonly reading: number;
  readonly name: string;
  readonly bytes: number;
  readonly modified: string;
}
