import { mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { systemCodeOf } from '../kit/errors.ts';
import type { Change, Changes } from '../remedies/changes.ts';
import { stateFolder } from './state-folder.ts';

const changeSchema = z.strictObject({
  udid: z.string().regex(/^[A-Za-z0-9-]{1,64}$/),
  setting: z.literal('icloud-backup'),
  before: z.boolean(),
});

/**
 * Changed settings as notes in the state folder, one file each, by the phone and the setting. The first note stands: a
 * second change of the same setting must not make the changed value the one to put back.
 */
export function changesFile(folder = join(stateFolder(), 'changed')): Changes {
  const fileOf = ({ udid, setting }: Change): string => join(folder, `${udid}.${setting}.json`);
  return {
    async note(change) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      try {
        await using file = await open(fileOf(change), 'wx', 0o600);
        await file.writeFile(JSON.stringify(change));
        await file.sync();
      } catch (thrown) {
        if (systemCodeOf(thrown) !== 'EEXIST') throw thrown;
      }
    },
    async pending(udid) {
      const names = (await namesIn(folder)).filter((name) => name.startsWith(`${udid}.`));
      const changes = await Promise.all(names.map((name) => readChange(join(folder, name))));
      return changes.filter((change) => change !== undefined);
    },
    async settled(change) {
      await rm(fileOf(change), { force: true });
    },
  };
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (thrown) {
    if (systemCodeOf(thrown) === 'ENOENT') return [];
    throw thrown;
  }
}

/** Undefined for a file that is no note: one that was cut while it was written was written before anything changed. */
async function readChange(path: string): Promise<Change | undefined> {
  try {
    return changeSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (thrown) {
    if (systemCodeOf(thrown) !== undefined) throw thrown;
    return undefined;
  }
}
