import type { RunEvent } from '../../kit/run-event.ts';
import { readRun } from '../runs/read-run.ts';
import { runFiles } from '../runs/run-files.ts';

/** A backup that a run of Thaw made and proved. */
export interface Proof {
  readonly path: string;
  readonly at: string;
  readonly files: number;
  readonly bytes: number;
}

const read = new Map<string, Proof | null>();

/** Every proof there is a record of, newest first. A record that has its end is read once. */
export async function proofs(): Promise<readonly Proof[]> {
  const found: Proof[] = [];
  for (const file of await runFiles()) {
    const known = read.get(file.run);
    const proof = known === undefined ? proofIn(await readRun(file).catch(() => [])) : known;
    if (proof !== undefined) read.set(file.run, proof);
    if (proof) found.push(proof);
  }
  return found;
}

/** Null for a run that ended otherwise, undefined for one that has not ended. */
function proofIn(events: readonly RunEvent[]): Proof | null | undefined {
  const end = events.findLast((event) => event.type === 'run.finished');
  if (!end) return undefined;
  if (end.outcome !== 'verified' || !end.backup) return null;
  const { path, files, bytes } = end.backup;
  return { path, at: end.at, files, bytes };
}
