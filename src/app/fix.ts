import type { Clock } from '../kit/clock.ts';
import { ThawError } from '../kit/errors.ts';
import type { Evidence } from '../kit/evidence.ts';
import type { Emit, NamedCause } from '../kit/run-event.ts';
import { fixNext, isCause } from '../rescue/fix.ts';
import { changesFile } from './changes-file.ts';
import { encryptionNotes } from './encryption-notes.ts';
import { explain } from './explain.ts';
import { localMux } from './local-mux.ts';
import { readRun } from './runs/read-run.ts';
import { runFiles } from './runs/run-files.ts';

export interface FixRequest {
  readonly udid?: string | undefined;
  readonly usbmuxd?: string | undefined;
  /** The id of a cause; without one what the evidence says. */
  readonly cause?: string | undefined;
  readonly waitForPersonMs?: number | undefined;
}

export interface FixResult {
  readonly cause: NamedCause | null;
  readonly remedy: string | null;
  /** `done`: as intended; the next backup shows whether it helped. */
  readonly result: 'done' | 'failed' | 'not-done' | 'nothing-to-do';
}

/** Evidence of a run that is older than this is about another day. */
const RECENT_MS = 12 * 3_600_000;

/**
 * Applies the remedy that comes next, outside a run: for the cause that is named, or for what the last run and the phone
 * show. Rejects with `usage` for a cause there is none of.
 */
export async function fix(
  request: FixRequest,
  clock: Clock,
  emit: Emit,
  signal: AbortSignal,
): Promise<FixResult> {
  const { cause: wanted, udid, usbmuxd, waitForPersonMs } = request;
  if (wanted !== undefined && !isCause(wanted)) {
    const message = `There is no cause “${wanted}”.`;
    throw new ThawError('usage', message, { facts: { message } });
  }
  const mux = localMux(clock, usbmuxd);
  const means = { clock, emit, explain, changes: changesFile(), encryptionNotes: encryptionNotes() };
  const earlier = await evidenceOfLastRun(clock);
  const { cause, remedy, applied } = await fixNext(
    { mux, udid, destination: '.', full: false, waitForPersonMs },
    means,
    { wanted, earlier },
    signal,
  );
  return { cause: cause ?? null, remedy: remedy?.id ?? null, result: applied ?? 'nothing-to-do' };
}

/** What the newest run found, where that was lately and did not end well. */
async function evidenceOfLastRun(clock: Clock): Promise<readonly Evidence[]> {
  const [newest] = await runFiles();
  const events = newest ? await readRun(newest) : [];
  const last = events.at(-1);
  if (!last || clock.now().getTime() - Date.parse(last.at) > RECENT_MS) return [];
  if (last.type === 'run.finished' && last.outcome === 'verified') return [];
  return events.flatMap((event) => (event.type === 'evidence.found' ? [event.evidence] : []));
}
