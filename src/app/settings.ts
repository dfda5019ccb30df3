import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { systemCodeOf } from '../kit/errors.ts';
import { keepFile } from './keep-file.ts';
import { stateFolder } from './state-folder.ts';

const folder = z.string().min(1).max(4096);

/** What a person chose once and for all. Each has its usual value, so that a file of an earlier version will do. */
const settingsSchema = z.object({
  /** The folder that holds backups; null until one is chosen. */
  destination: folder.nullable().default(null),
  /** Where else to look for backups. */
  folders: z.array(folder).max(50).default([]),
  /** New backups are to be encrypted, where the phone does not do so yet. */
  encryption: z.boolean().default(false),
  /** Earlier states to keep; null: all. */
  historyKept: z.int().min(0).max(1000).nullable().default(null),
  /** Days after which the next backup is due. */
  dueAfterDays: z.int().min(1).max(365).default(14),
  /** Null: as the browser says. */
  language: z.enum(['en', 'de']).nullable().default(null),
  /** Null: as the browser says. */
  theme: z.enum(['light', 'dark']).nullable().default(null),
});
export type Settings = z.infer<typeof settingsSchema>;

/** The settings; the usual ones where nothing was chosen yet, or the file makes no sense. */
export async function readSettings(file = settingsFile()): Promise<Settings> {
  try {
    return settingsSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (thrown) {
    const code = systemCodeOf(thrown);
    if (code !== undefined && code !== 'ENOENT') throw thrown;
    return settingsSchema.parse({});
  }
}

let changing: Promise<unknown> = Promise.resolve();

/**
 * Changes settings, for now and the next time, and gives what they are then. One change after the other, so that of two
 * at the same moment none is lost.
 */
export async function changeSettings(
  change: (settings: Settings) => Settings,
  file = settingsFile(),
): Promise<Settings> {
  const changed = changing.then(async () => {
    const settings = change(await readSettings(file));
    await keepFile(file, `${JSON.stringify(settings, null, 2)}\n`);
    return settings;
  });
  // How it went is for whoever asked for it, not for the next one.
  changing = changed.catch(() => undefined);
  return await changed;
}

function settingsFile(): string {
  return join(stateFolder(), 'settings.json');
}
