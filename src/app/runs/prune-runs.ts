import { rm } from 'node:fs/promises';
import { runFiles } from './run-files.ts';

/** Enough to learn from what is usual, and to report what went wrong last month. */
const KEPT_RUNS = 50;

/** Deletes the records of all but the newest runs. */
export async function pruneRuns(folder: string, keep = KEPT_RUNS - 1): Promise<void> {
  for (const { path } of (await runFiles(folder)).slice(keep)) await rm(path, { force: true });
}
