import { z } from 'zod';

/**
 * What comes a page at a time. Pages have numbers from 0, so that a list of a million can be entered anywhere; the server
 * keeps a mark for each and reads on from there. All but the last have `size` items.
 */
export interface Paged {
  readonly total: number;
  readonly size: number;
}

const text = z.string().max(500);
const path = z.string().max(4096);

/** ?page= */
export const pageQuerySchema = z.object({ page: z.coerce.number().int().min(0).max(10_000_000).default(0) });

/** GET /api/backups/:id/folders: the folders right in this one; `folder` without a slash at its end, empty for the root. */
export const innerFoldersQuerySchema = z.object({ domain: text, folder: path.default('') });
/** GET /api/backups/:id/entries: the files and links right in a folder. */
export const entriesQuerySchema = pageQuerySchema.extend(innerFoldersQuerySchema.shape);
export const messagesQuerySchema = pageQuerySchema.extend({ conversation: z.string().max(20) });
/** `names`: those of files, which is quick; `contents`: contacts, notes, messages. */
export const searchQuerySchema = z.object({
  q: z.string().min(1).max(200),
  in: z.enum(['names', 'contents']),
});

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

/** GET /api/backups/:id/domains: apps by name, what belongs to iOS last. */
export interface DomainsAnswer {
  readonly domains: readonly DomainCard[];
}
export interface DomainCard {
  readonly domain: string;
  /** As a person knows it. */
  readonly app: string;
  /** Of iOS itself. */
  readonly system: boolean;
  readonly files: number;
}

/** GET /api/backups/:id/folders, by name */
export interface InnerFoldersAnswer {
  readonly folders: readonly { readonly name: string; readonly files: number }[];
  /** There are more folders than are told. */
  readonly more: boolean;
}

export interface EntriesAnswer extends Paged {
  readonly entries: readonly EntryCard[];
}
export interface EntryCard {
  readonly fileId: string;
  readonly domain: string;
  readonly path: string;
  readonly kind: 'file' | 'link';
  readonly bytes: number;
  readonly modified: string;
}

/** GET /api/backups/:id/photos, newest first */
export interface PhotosAnswer extends Paged {
  readonly photos: readonly PhotoCard[];
}
export interface PhotoCard {
  /** The original, to be downloaded; null when it is not in the backup. */
  readonly fileId: string | null;
  /** A picture any browser shows, for …/photos/:fileId/thumbnail; null when there is none. */
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

/** GET /api/backups/:id/messages?conversation=&page=, oldest first */
export interface MessagesAnswer extends Paged {
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

/** GET /api/backups/:id/contacts, by name */
export interface ContactsAnswer extends Paged {
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

/** GET /api/backups/:id/search?q=&in=: the first few hundred. */
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
