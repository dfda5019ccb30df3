import { z } from 'zod';
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
export type BackupSummaryAnswer = BackupSummary;

/** GET /api/backups/:id/domains: apps by name, what belongs to iOS last. */
export interface DomainsAnswer {
  readonly domains: readonly DomainCard[];
}

/** GET /api/backups/:id/folders */
export type InnerFoldersAnswer = InnerFolders;

export interface EntriesAnswer extends Paged {
  readonly entries: readonly EntryCard[];
}

/** GET /api/backups/:id/photos, newest first; their pictures are at …/photos/:thumbnail/thumbnail */
export interface PhotosAnswer extends Paged {
  readonly photos: readonly PhotoCard[];
}

/** GET /api/backups/:id/conversations, the newest first */
export interface ConversationsAnswer {
  readonly conversations: readonly ConversationCard[];
}

/** GET /api/backups/:id/messages?conversation=&page=, oldest first */
export interface MessagesAnswer extends Paged {
  readonly messages: readonly MessageCard[];
}

/** GET /api/backups/:id/contacts, by name */
export interface ContactsAnswer extends Paged {
  readonly contacts: readonly ContactCard[];
}

/** GET /api/backups/:id/search?q=&in= */
export type SearchAnswer = SearchFound;
