import { basename, dirname, join } from 'node:path';
import { readSmall } from '../archive/backup-files.ts';
import { parseInfo } from '../archive/metadata.ts';
import { hasBackup } from '../archive/status.ts';
import { isThawError, ThawError } from '../kit/errors.ts';
import { viewOfFolder } from '../vault/backup-view.ts';

/**
 * Looks at what is already there before a run: rejects with `destination.is-a-backup` when a backup itself was
 * named instead of the folder that holds it, and with `destination.other-phone` when the phone's folder holds
 * the backup of another one.
 */
export async function checkEarlierBackup(destination: string, udid: string): Promise<void> {
  if (await hasBackup(destination)) {
    throw new ThawError('destination.is-a-backup', `${destination} is a backup itself`, {
      facts: { path: destination, parent: dirname(destination) },
    });
  }
  const path = join(destination, udid);
  const owner = await ownerOf(path);
  if (owner === undefined || owner.toLowerCase() === basename(path).toLowerCase()) return;
  throw new ThawError('destination.other-phone', `${path} is of ${owner}`, { facts: { path, owner } });
}

/** The phone Info.plist names; undefined when there is none, or none that can be read: that harms no new backup. */
async function ownerOf(path: string): Promise<string | undefined> {
  try {
    const bytes = await readSmall(viewOfFolder(path), 'Info.plist');
    return bytes && parseInfo(bytes).udid;
  } catch (thrown) {
    if (isThawError(thrown)) return undefined;
    throw thrown;
  }
}
