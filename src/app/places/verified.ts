import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { keepFile } from '../keep-file.ts';
import { stateFolder } from '../state-folder.ts';
import { backupId } from './found-backup.ts';

const verifiedSchema = z.object({
  /** ISO time of the check. */
  at: z.iso.datetime(),
  depth: z.enum(['structure', 'files', 'content']),
  sound: z.boolean(),
  files: z.int().nonnegative(),
  bytes: z.number().nonnegative(),
});

/** What the last check of a backup came to. */
export type Verified = z.infer<typeof verifiedSchema>;

/** Remembers it in Thaw's own state folder: the backup itself is not touched, and may lie where nothing can be written. */
export async function keepVerified(path: string, verified: Verified): Promise<void> {
  await keepFile(fileOf(path), JSON.stringify(verified));
}

/** Undefined when it was never checked, or not since it was made (`madeAt`). */
export async function readVerified(path: string, madeAt: Date | undefined): Promise<Verified | undefined> {
  try {
    const verified = verifiedSchema.parse(JSON.parse(await readFile(fileOf(path), 'utf8')));
    return madeAt && Date.parse(verified.at) < madeAt.getTime() ? undefined : verified;
  } catch {
    return undefined;
  }
}

function fileOf(path: string): string {
  return join(stateFolder(), 'verified', `${backupId(path)}.json`);
}
