import type { Hit, Unsearched } from '../archive/read/search/hit.ts';
import { searchBackup } from '../archive/read/search/search.ts';
import { type ArchiveRequest, openArchive } from './open-archive.ts';

export type { Hit, Unsearched } from '../archive/read/search/hit.ts';

/** Everything in a backup that fits a text, as it is found. */
export async function* search(
  request: ArchiveRequest,
  text: string,
  signal: AbortSignal,
): AsyncGenerator<Hit | Unsearched> {
  const { backup } = await openArchive(request, signal);
  await using _open = backup;
  yield* searchBackup(backup, text, signal);
}
