import type { BackupPath } from '../backup-path.ts';
import type { DiskThread } from '../disk/thread.ts';
import type { Overlay } from './overlay.ts';

/** A file anywhere on the disk, and the path it is to have. */
export interface Adopted {
  readonly physical: string;
  readonly path: BackupPath;
}

/** Copies files into the overlay; rejects with the system's code. */
export async function copyInto(
  overlay: Overlay,
  thread: DiskThread,
  files: readonly Adopted[],
): Promise<void> {
  const places = files.map(({ path }) => overlay.reserve(path));
  try {
    const sizes = await thread.run(
      'copy',
      files.map(({ physical }, index) => [physical, overlay.absolute(places[index] ?? '')]),
    );
    for (const [index, { path }] of files.entries())
      overlay.stored(path, places[index] ?? '', sizes[index] ?? 0);
  } catch (thrown) {
    for (const place of places) overlay.release(place);
    throw thrown;
  }
}
