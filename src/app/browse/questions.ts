import type {
  BackupSummary,
  ContactCard,
  ConversationCard,
  DomainCard,
  EntryCard,
  InnerFolders,
  MessageCard,
  PhotoCard,
  SearchFound,
} from '../../kit/backup-cards.ts';

/** A part of a long list; `total` and `size` tell which pages there are. */
export interface PageOf<T> {
  readonly total: number;
  readonly size: number;
  readonly items: readonly T[];
}

/** What an open backup can be asked, and what it answers. Both cross to a thread: plain data only. */
export interface Questions {
  readonly summary: { readonly ask: None; readonly answer: BackupSummary };
  readonly domains: { readonly ask: None; readonly answer: readonly DomainCard[] };
  readonly folders: { readonly ask: FolderPlace; readonly answer: InnerFolders };
  readonly files: { readonly ask: FolderPlace & AskedPage; readonly answer: PageOf<EntryCard> };
  readonly photos: { readonly ask: AskedPage; readonly answer: PageOf<PhotoCard> };
  readonly conversations: { readonly ask: None; readonly answer: readonly ConversationCard[] };
  readonly messages: {
    readonly ask: AskedPage & { readonly conversation: string };
    readonly answer: PageOf<MessageCard>;
  };
  readonly contacts: { readonly ask: AskedPage; readonly answer: PageOf<ContactCard> };
  readonly search: { readonly ask: SearchAsk; readonly answer: SearchFound };
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

export interface SearchAsk {
  readonly text: string;
  readonly in: 'names' | 'contents';
}

/** A file that is open to be read piece by piece, until its end or until it is shut. */
export interface FileToRead {
  readonly reading: number;
  readonly name: string;
  readonly bytes: number;
  readonly modified: string;
}
