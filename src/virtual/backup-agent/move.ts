import type { Run } from './run.ts';

/** The phone handles this many files at a time. */
export const BATCH_FILES = 128;

/** Moves items, named by their place below Snapshot, to the same place in the backup. */
export async function moveItems({ host, folder, progress }: Run, places: readonly string[]): Promise<void> {
  for (let at = 0; at < places.length; at += BATCH_FILES) {
    const batch = places.slice(at, at + BATCH_FILES);
    await host.move(
      batch.map((place) => [`${folder}/Snapshot/${place}`, `${folder}/${place}`] as const),
      progress.told,
    );
    await progress.step();
  }
}
