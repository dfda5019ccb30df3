import { mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { systemCodeOf } from '../kit/errors.ts';
import type { Change, Changes } from '../remedies/changes.ts';
import { ifThere } from './places/if-there.ts';
import { stateFolder } from './state-folder.ts';

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
      const all = (await ifThere(folder, () => readdir(folder))) ?? [];
      const names = all.filter((name) => name.startsWith(`${udid}.`));
      const changes = await Promise.all(names.map((name) => readChange(join(folder, name))));
      return changes.filter((change) => change !== undefined);
    },
    async settled(change) {
      await rm(fileOf(change), { force: true });
    },
  };
}

/** Undefined for a file that is no note: one that was cut while it was written was written before anything changed. */
async function readChange(path: string): Promise<Change | undefined> {
  try {
    const note: unknown = JSON.parse(await readFile(path, 'utf8'));
    return isChange(note) ? note : undefined;
  } catch (thrown) {
    if (systemCodeOf(thrown) !== undefined) throw thrown;
    return undefined;
  }
}

function isChange(note: unknown): note is Change {
  if (typeof note !== 'object' || note === null) return false;
  if (!('udid' in note && 'setting' in note && 'before' in note)) return false;
  const { udid, setting, before } = note;
  const named = typeof udid === 'string' && /^[A-Za-z0-9-]{1,64}$/.test(udid);
  return named && setting === 'icloud-backup' && typeof before === 'boolean';
}
