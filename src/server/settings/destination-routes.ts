import { dirname, join } from 'node:path';
import { Hono } from 'hono';
import {
  allowedFolder,
  allowedOrMade,
  foldersInside,
  startingFolders,
} from '../../app/places/allowed-folder.ts';
import { labelOf, lookAtDestination, proposedFolder } from '../../app/places/destination-look.ts';
import { mountedDisks } from '../../app/places/disks.ts';
import { changeSettings, readSettings } from '../../app/settings.ts';
import {
  chooseDestinationSchema,
  type DestinationCard,
  type DestinationsAnswer,
  type FoldersAnswer,
} from '../contract/destinations.ts';
import type { Done } from '../contract/problem.ts';
import type { Desk } from '../desk.ts';
import { problemOf } from '../http/problem-answer.ts';
import { readJson } from '../http/read-json.ts';

const DONE: Done = { done: true };

/** GET and POST /api/destinations, GET /api/folders. */
export function destinationRoutes(desk: Desk): Hono {
  return new Hono()
    .get('/destinations', async (context) => {
      const neededBytes = neededFor(desk, context.req.query('udid'));
      const destinations = await destinationCards(desk, neededBytes, context.req.raw.signal);
      return context.json({ destinations } satisfies DestinationsAnswer);
    })
    .post('/destinations', async (context) => {
      const { path, make = false } = await readJson(context, chooseDestinationSchema);
      const settings = await readSettings();
      const also = [...settings.folders, ...(settings.destination === null ? [] : [settings.destination])];
      const destination = await (make ? allowedOrMade(path, also) : allowedFolder(path, also));
      await changeSettings((now) => ({ ...now, destination }));
      return context.json(DONE);
    })
    .get('/folders', async (context) => {
      const asked = context.req.query('path');
      if (asked === undefined) {
        const folders = (await startingFolders()).map((path) => ({ name: labelOf(path), path }));
        return context.json({ path: null, parent: null, folders } satisfies FoldersAnswer);
      }
      const path = await allowedFolder(asked);
      const names = await foldersInside(path);
      const parent = await allowedFolder(dirname(path)).catch(() => null);
      const folders = names.map((name) => ({ name, path: join(path, name) }));
      return context.json({ path, parent, folders } satisfies FoldersAnswer);
    });
}

/** What the phone holds: a backup never needs more. */
function neededFor({ watch }: Desk, udid: string | undefined): number | null {
  const { capacity, available } =
    (udid === undefined ? undefined : watch.known(udid))?.details?.storage ?? {};
  return capacity === undefined || available === undefined ? null : capacity - available;
}

async function destinationCards(
  { givenDestination }: Desk,
  neededBytes: number | null,
  signal: AbortSignal,
): Promise<DestinationCard[]> {
  const { destination, folders } = await readSettings();
  const chosen = givenDestination ?? destination ?? undefined;
  const disks = await mountedDisks();
  const kinds = new Map<string, DestinationCard['kind']>([
    [proposedFolder(), 'home'],
    ...disks.map((path): [string, 'disk'] => [path, 'disk']),
    ...folders.map((path): [string, 'folder'] => [path, 'folder']),
  ]);
  if (chosen !== undefined && !kinds.has(chosen)) kinds.set(chosen, 'folder');
  return await Promise.all(
    [...kinds].map(async ([path, kind]) => {
      const look = await lookAtDestination(path, path === chosen, signal);
      return {
        path,
        kind: look.remote ? 'network' : kind,
        label: labelOf(path),
        freeBytes: look.freeBytes ?? null,
        neededBytes,
        fileSystem: look.fileSystem ?? null,
        problem: look.problem ? problemOf(look.problem) : null,
        chosen: path === chosen,
      };
    }),
  );
}
