import { mkdir } from 'node:fs/promises';
import { systemCodeOf } from '../kit/errors.ts';
import { FOLDER_MODE } from './disk/store.ts';
import { VaultError } from './errors.ts';
import { measure } from './overlay/find.ts';

/** Makes a folder for the owner alone, or takes the one that is there. Its parent must exist: nothing is made up. */
export async function makePrivateFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { mode: FOLDER_MODE });
  } catch (thrown) {
    if (systemCodeOf(thrown) !== 'EEXIST') throw thrown;
    await assertFolderOrNothing(path);
  }
}

/** True for a real folder, false for nothing; throws `vault.not-a-folder` for a link or any other thing. */
export async function assertFolderOrNothing(path: string): Promise<boolean> {
  const stats = await measure(path);
  if (stats && !stats.isDirectory()) {
    throw new VaultError('vault.not-a-folder', `${path} is not a folder`, {
      facts: { path, link: stats.isSymbolicLink() },
    });
  }
  return stats !== undefined;
}
