import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemCodeOf } from '../kit/errors.ts';
import { keepFile } from './keep-file.ts';
import { stateFolder } from './state-folder.ts';

/**
 * Where the next check of a share of a backup begins. It is kept in Thaw's own state folder, one small file for each
 * backup's path: a check changes nothing in the backup, which may lie on a disk that cannot be written.
 */
export async function readPosition(backup: string): Promise<number> {
  try {
    const position = Number.parseInt(await readFile(fileOf(backup), 'utf8'), 10);
    return Number.isSafeInteger(position) ? position : 0;
  } catch (thrown) {
    if (systemCodeOf(thrown) === undefined) throw thrown;
    return 0;
  }
}

/** A state folder that cannot be written costs no more than reading the same share again. */
export async function keepPosition(backup: string, position: number): Promise<void> {
  try {
    await keepFile(fileOf(backup), `${position}\n`);
  } catch (thrown) {
    if (systemCodeOf(thrown) === undefined) throw thrown;
  }
}

function fileOf(backup: string): string {
  const name = createHash('sha256').update(backup).digest('hex').slice(0, 16);
  return join(stateFolder(), 'verify', name);
}
