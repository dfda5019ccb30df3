import { z } from 'zod';

/** What is the same for everything that comes a page at a time: `next` is `after` of the next page, null at the end. */
export interface Page {
  readonly next: string | null;
}

export const MAX_PAGE = 500;
const text = z.string().max(500);

/** ?after=&limit= */
export const pagingSchema = z.object({
  after: z.string().max(2000).optional(),
  limit: z.coerce.number().int().min(1).max(MAX_PAGE).default(100),
});

/** GET /api/backups/:id/entries */
export const entriesQuerySchema = pagingSchema.extend({
  domain: text.optional(),
  /** Only what lies in this folder of the domain, with a slash at the end or empty for the root; files and folders of one level. */
  folder: z.string().max(2000).optional(),
  /** Any part of the path, in any case. */
  search: text.optional(),
});
export const messagesQuerySchema = pagingSchema.extend({ conversation: text });
export const searchQuerySchema = z.object({ q: z.string().min(1).max(200) });

/** GET /api/backups/:id/summary */
export interface BackupSummaryAnswer {
  readonly phoneName: string | null;
  readonly model: string | null;
  readonly iosVersion: string | null;
  readonly at: string | null;
  readonly encrypted: boolean;
  readonly entries: number;
  /** What there is to look at; null where the backup holds none. */
  readonly photos: number | null;
  readonly conversations: number | null;
  readonly contacts: number | null;
}

/** GET /api/backups/:id/domains, largest first. `kind` is for the area picture. */
export interface DomainsAnswer {
  readonly domains: readonly DomainCard[];
}
export interface DomainCard {
  readonly domain: string;
  /** As a person knows it. */
  readonly app: string;
  readonly kind: 'photos' | 'messages' | 'app' | 'health' | 'settings' | 'other';
  readonly files: number;
  readonly bytes: number;
}

export interface EntriesAnswer extends Page {
  readonly entries: readonly EntryCard[];
}
export interface EntryCard {
  readonly fileId: string;
  readonly domain: string;
  readonly path: string;
  readonly kind: 'file' | 'folder' | 'link';
  readonly bytes: number;
  readonly modified: string;
}

/** GET /api/backups/:id/photos, newest first */
export interface PhotosAnswer extends Page {
  readonly photos: readonly PhotoCard[];
}
export interface PhotoCard {
  /** Of the original; of its small JPEG when only that is here; null when neither is. For …/photos/:fileId/thumbnail and …/file/:fileId/download. */
  readonly fileId: string | null;
  readonly name: string;
  readonly at: string | null;
  readonly kind: 'photo' | 'video';
  readonly special: string | null;
  readonly favorite: boolean;
  readonly deleted: boolean;
  readonly bytes: number;
  /** GET …/photos/:fileId/thumbnail has a picture for it. */
  readonly thumbnail: boolean;
  readonly onlyInCloud: boolean;
}

/** GET /api/backups/:id/conversations, the newest first */
export interface ConversationsAnswer {
  readonly conversations: readonly ConversationCard[];
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

/** GET /api/backups/:id/messages?conversation=&after=, oldest first */
export interface MessagesAnswer extends Page {
  readonly messages: readonly MessageCard[];
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
  /** In words, for rows that nobody wrote: somebody joined, the name changed. */
  readonly event: string | null;
}
export interface AttachmentCard {
  /** Null when it is not in the backup. */
  readonly fileId: string | null;
  readonly name: string;
  readonly bytes: number;
  readonly image: boolean;
}

/** GET /api/backups/:id/contacts, by name */
export interface ContactsAnswer extends Page {
  readonly contacts: readonly ContactCard[];
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

/** GET /api/backups/:id/search?q=: the first few hundred. */
export interface SearchAnswer {
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
