import { PageError } from '../../app/page-error.ts';
import { allowedFolder, allowedOrMade } from '../../app/places/allowed-folder.ts';
import { makeFolder } from '../../app/places/make-folder.ts';
import { readSettings } from '../../app/settings.ts';
import type { RunPhone } from '../../kit/run-event.ts';
import { backupOfState } from '../backups/shelf.ts';
import type { RunRequest } from '../contract/runs.ts';
import type { Desk } from '../desk.ts';
import type { Opening } from './runs.ts';

/** Looks at everything a request names, before anything begins. Rejects with what is wrong with it. */
export async function openingOf(request: RunRequest, desk: Desk): Promise<Opening> {
  const settings = await readSettings();
  const udid = 'udid' in request ? request.udid : undefined;
  const id = 'backup' in request ? request.backup : undefined;
  const given = 'password' in request ? request.password : undefined;
  const backup = id === undefined ? undefined : await backupOf(request.kind, id, desk);
  return {
    phone: udid === undefined ? null : phoneOf(udid, desk),
    place: udid === undefined ? desk.places.own : desk.places.of(udid),
    destination: await destinationOf(request, desk),
    backup,
    password: given ?? (id === undefined ? undefined : await desk.opened.passwordOf(backupOfState(id))),
    to: request.kind === 'extract' ? await allowedOrMade(request.to, known(settings, desk)) : undefined,
    historyKept: settings.historyKept,
  };
}

/** The backup; of earlier states things can be taken out, and nothing else be done with them. */
async function backupOf(kind: RunRequest['kind'], id: string, { shelf }: Desk): Promise<Opening['backup']> {
  if (kind !== 'extract') return { path: (await shelf.find(id)).backup.path, id };
  const { folder, generation } = await shelf.findState(id);
  return { path: folder, id, generation };
}

function phoneOf(udid: string, desk: Desk): RunPhone {
  const phone = desk.watch.known(udid);
  return { udid, phoneName: phone?.identity?.name ?? null, productType: phone?.productType ?? null };
}

/** The folder that holds backups: as asked for, or the chosen one; virtual iPhones have one of their own. */
async function destinationOf(request: RunRequest, desk: Desk): Promise<string | undefined> {
  if (request.kind !== 'backup' && request.kind !== 'check') return undefined;
  const settings = await readSettings();
  if (request.destination !== undefined)
    return await allowedFolder(request.destination, known(settings, desk));
  if (request.udid !== undefined && desk.places.of(request.udid).virtual)
    return await makeFolder(desk.virtualFolder);
  const chosen = desk.givenDestination ?? settings.destination ?? undefined;
  if (chosen === undefined && request.kind === 'backup')
    throw new PageError('page.no-destination', 'none is chosen');
  return chosen;
}

/** Folders that were chosen before, wherever they are. */
function known(settings: { destination: string | null; folders: readonly string[] }, desk: Desk): string[] {
  const chosen = [desk.givenDestination, settings.destination, desk.virtualFolder, ...settings.folders];
  return chosen.filter((folder) => typeof folder === 'string');
}
