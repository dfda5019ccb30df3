import { Hono } from 'hono';
import { allowedFolder } from '../../app/places/allowed-folder.ts';
import { keepSettings, readSettings } from '../../app/settings.ts';
import { type Settings, settingsChangeSchema } from '../contract/settings.ts';
import { readJson } from '../http/read-json.ts';

/** GET and PUT /api/settings. Folders must be where the page may look; those chosen before stay so. */
export function settingsRoutes(): Hono {
  return new Hono()
    .get('/', async (context) => context.json((await readSettings()) satisfies Settings))
    .put('/', async (context) => {
      const change = await readJson(context, settingsChangeSchema);
      const before = await readSettings();
      const known = [...before.folders, ...(before.destination === null ? [] : [before.destination])];
      const folders = change.folders ?? before.folders;
      for (const folder of [...folders, change.destination ?? undefined])
        if (folder !== undefined && !known.includes(folder)) await allowedFolder(folder, known);
      const { destination = before.destination, encryption = before.encryption } = change;
      const { historyKept = before.historyKept, dueAfterDays = before.dueAfterDays } = change;
      const { language = before.language, theme = before.theme } = change;
      const after: Settings = {
        ...{ destination, folders, encryption, historyKept, dueAfterDays, language, theme },
      };
      await keepSettings(after);
      return context.json(after);
    });
}
