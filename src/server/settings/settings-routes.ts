import { Hono } from 'hono';
import { allowedFolder } from '../../app/places/allowed-folder.ts';
import { changeSettings, readSettings } from '../../app/settings.ts';
import { type Settings, type SettingsChange, settingsChangeSchema } from '../contract/settings.ts';
import { readJson } from '../http/read-json.ts';

/** GET and PUT /api/settings. Folders must be where the page may look; those chosen before stay so. */
export function settingsRoutes(): Hono {
  return new Hono()
    .get('/', async (context) => context.json((await readSettings()) satisfies Settings))
    .put('/', async (context) => {
      const change = await readJson(context, settingsChangeSchema);
      const before = await readSettings();
      const known = [...before.folders, ...(before.destination === null ? [] : [before.destination])];
      for (const folder of [...(change.folders ?? []), change.destination ?? undefined])
        if (folder !== undefined && !known.includes(folder)) await allowedFolder(folder, known);
      return context.json((await changeSettings((now) => changed(now, change))) satisfies Settings);
    });
}

/** What the change does not mention stays. */
function changed(now: Settings, change: SettingsChange): Settings {
  const { destination = now.destination, folders = now.folders, encryption = now.encryption } = change;
  const { historyKept = now.historyKept, dueAfterDays = now.dueAfterDays } = change;
  const { language = now.language, theme = now.theme } = change;
  return { destination, folders, encryption, historyKept, dueAfterDays, language, theme };
}
