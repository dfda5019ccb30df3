import { type Context, Hono } from 'hono';
import type { BackupBrowser } from '../../app/browse/backup-browser.ts';
import type { BackupState } from '../backups/shelf.ts';
import { unlockSchema } from '../contract/backups.ts';
import {
  type BackupSummaryAnswer,
  type ContactsAnswer,
  type ConversationsAnswer,
  type DomainsAnswer,
  type EntriesAnswer,
  entriesQuerySchema,
  type InnerFoldersAnswer,
  innerFoldersQuerySchema,
  type MessagesAnswer,
  messagesQuerySchema,
  type PhotosAnswer,
  pageQuerySchema,
  type SearchAnswer,
  searchQuerySchema,
} from '../contract/browse.ts';
import type { Done } from '../contract/problem.ts';
import { readJson, readQuery } from '../http/read-json.ts';
import { downloadAnswer, thumbnailAnswer } from './file-answers.ts';
import type { OpenedBackups } from './opened-backups.ts';

const DONE: Done = { done: true };

/**
 * Everything below /api/backups/:id that looks into a backup, or into an earlier state of it. `stateOf` knows the ids of the list
 * of backups, and rejects for any other.
 */
export function browseRoutes(opened: OpenedBackups, stateOf: (id: string) => Promise<BackupState>): Hono {
  const idOf = (context: Context): string => context.req.param('id') ?? '';
  const browserOf = async (context: Context): Promise<BackupBrowser> => {
    const id = idOf(context);
    return await opened.browser(id, await stateOf(id));
  };
  return new Hono()
    .post('/:id/unlock', async (context) => {
      const { password } = await readJson(context, unlockSchema);
      const id = idOf(context);
      await opened.unlock(id, await stateOf(id), password);
      return context.json(DONE);
    })
    .post('/:id/close', async (context) => {
      await opened.close(idOf(context));
      return context.json(DONE);
    })
    .get('/:id/summary', async (context) => {
      const answer: BackupSummaryAnswer = await (await browserOf(context)).ask('summary', {});
      return context.json(answer);
    })
    .get('/:id/domains', async (context) => {
      const answer: DomainsAnswer = { domains: await (await browserOf(context)).ask('domains', {}) };
      return context.json(answer);
    })
    .get('/:id/folders', async (context) => {
      const place = readQuery(context, innerFoldersQuerySchema);
      const answer: InnerFoldersAnswer = await (await browserOf(context)).ask('folders', place);
      return context.json(answer);
    })
    .get('/:id/entries', async (context) => {
      const asked = readQuery(context, entriesQuerySchema);
      const { items, total, size } = await (await browserOf(context)).ask('files', asked);
      return context.json({ total, size, entries: items } satisfies EntriesAnswer);
    })
    .get('/:id/photos', async (context) => {
      const asked = readQuery(context, pageQuerySchema);
      const { items, total, size } = await (await browserOf(context)).ask('photos', asked);
      return context.json({ total, size, photos: items } satisfies PhotosAnswer);
    })
    .get('/:id/conversations', async (context) => {
      const conversations = await (await browserOf(context)).ask('conversations', {});
      return context.json({ conversations } satisfies ConversationsAnswer);
    })
    .get('/:id/messages', async (context) => {
      const asked = readQuery(context, messagesQuerySchema);
      const { items, total, size } = await (await browserOf(context)).ask('messages', asked);
      return context.json({ total, size, messages: items } satisfies MessagesAnswer);
    })
    .get('/:id/contacts', async (context) => {
      const asked = readQuery(context, pageQuerySchema);
      const { items, total, size } = await (await browserOf(context)).ask('contacts', asked);
      return context.json({ total, size, contacts: items } satisfies ContactsAnswer);
    })
    .get('/:id/search', async (context) => {
      const { q, in: where } = readQuery(context, searchQuerySchema);
      const answer: SearchAnswer = await (await browserOf(context)).ask('search', { text: q, in: where });
      return context.json(answer);
    })
    .get('/:id/photos/:fileId/thumbnail', async (context) =>
      thumbnailAnswer(await browserOf(context), context.req.param('fileId'), context.req.raw.signal),
    )
    .get('/:id/file/:fileId/download', async (context) =>
      downloadAnswer(await browserOf(context), context.req.param('fileId'), context.req.raw.signal),
    );
}
