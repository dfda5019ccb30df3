import { Hono } from 'hono';
import { listHistory } from '../../app/history.ts';
import { allowedFolder } from '../../app/places/allowed-folder.ts';
import { preflight } from '../../app/preflight.ts';
import { changeSettings } from '../../app/settings.ts';
import { browseRoutes } from '../browse/browse-routes.ts';
import {
  addFolderSchema,
  type BackupsAnswer,
  type HistoryAnswer,
  type PreflightAnswer,
  preflightSchema,
} from '../contract/backups.ts';
import type { Done } from '../contract/problem.ts';
import type { Desk } from '../desk.ts';
import { problemOf } from '../http/problem-answer.ts';
import { readJson } from '../http/read-json.ts';
import { backupCardOf } from './backup-card.ts';
import type { Shelved } from './shelf.ts';
import { Sizes } from './sizes.ts';

const DONE: Done = { done: true };

/** Everything below /api/backups; what looks into a backup is in browse/. */
export function backupRoutes(desk: Desk): Hono {
  const { shelf, opened, runs, places } = desk;
  const sizes = new Sizes(desk.life);
  const cardOf = (shelved: Shelved) => {
    const { id } = shelved.backup;
    const run = runs.atWork.find(
      ({ standing: { again } }) => again && 'backup' in again && again.backup === id,
    );
    const size = shelved.verified ? undefined : sizes.of(shelved.backup);
    return backupCardOf(shelved, { open: opened.isOpen(id), run: run?.run, size });
  };
  return new Hono()
    .get('/', async (context) => {
      const { shelved, unseen } = await shelf.look();
      return context.json({
        backups: shelved.map(cardOf),
        unseen: unseen.map(({ path, thrown }) => ({ path, problem: problemOf(thrown) })),
      } satisfies BackupsAnswer);
    })
    .post('/folders', async (context) => {
      const { path } = await readJson(context, addFolderSchema);
      const folder = await allowedFolder(path);
      await changeSettings((settings) => {
        if (settings.folders.includes(folder)) return settings;
        return { ...settings, folders: [...settings.folders, folder] };
      });
      return context.json(DONE);
    })
    .get('/:id', async (context) => context.json(cardOf(await shelf.find(context.req.param('id')))))
    .post('/:id/preflight', async (context) => {
      const { udid, generation } = await readJson(context, preflightSchema);
      const { backup } = await shelf.find(context.req.param('id'));
      const { clock, usbmuxd } = places.of(udid);
      const password = await opened.passwordOf(backup.id);
      const wanted = { folder: backup.path, udid, generation, usbmuxd, password };
      const found = await preflight(wanted, clock, context.req.raw.signal);
      return context.json({ problems: found.map(problemOf) } satisfies PreflightAnswer);
    })
    .get('/:id/history', async (context) => {
      const { backup } = await shelf.find(context.req.param('id'));
      const { generations } = await listHistory({ folder: backup.path });
      return context.json({ generations: generations.map(generationOf) } satisfies HistoryAnswer);
    })
    .route(
      '/',
      browseRoutes(opened, (id) => shelf.findState(id)),
    );
}

type Generation = Awaited<ReturnType<typeof listHistory>>['generations'][number];

function generationOf({ number, state, madeAt, changes, keptBytes }: Generation) {
  const { added = null, replaced = null, removed = null } = changes ?? {};
  return { number, state, at: madeAt.toISOString(), added, replaced, removed, keptBytes };
}
