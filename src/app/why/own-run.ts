import type { NamedCause, RunEvent } from '../../kit/run-event.ts';
import { runHolderOf } from '../../vault/holder.ts';
import { readRun } from '../runs/read-run.ts';
import { runFiles } from '../runs/run-files.ts';

/** A run of Thaw that is at work in another process, as its record tells it. */
export interface OwnRun {
  readonly run: string;
  readonly destination: string;
  readonly events: readonly RunEvent[];
  readonly progress: Extract<RunEvent, { type: 'progress' }> | undefined;
  /** What stands in its way and has not passed. */
  readonly cause: NamedCause | undefined;
  readonly asked: Extract<RunEvent, { type: 'person.needed' }> | undefined;
  readonly stalled: Extract<RunEvent, { type: 'stall.suspected' }> | undefined;
}

/** Only the newest can be alive, and perhaps another phone's beside it. */
const LOOKED_AT = 4;

/** The run of Thaw that holds this phone's backup now, wherever it goes. */
export async function ownRunAtWork(udid: string): Promise<OwnRun | undefined> {
  for (const file of (await runFiles().catch(() => [])).slice(0, LOOKED_AT)) {
    const events: readonly RunEvent[] = await readRun(file).catch(() => []);
    const started = events.findLast((event) => event.type === 'run.started');
    if (!started || events.at(-1)?.type === 'run.finished') continue;
    const holder = await runHolderOf(started.destination, udid);
    if (holder?.alive)
      return { run: file.run, destination: started.destination, events, ...standing(events) };
  }
  return undefined;
}

/** What is still true at the end of the events so far. */
function standing(events: readonly RunEvent[]): Pick<OwnRun, 'progress' | 'cause' | 'asked' | 'stalled'> {
  const since = (passed: (event: RunEvent) => boolean): readonly RunEvent[] =>
    events.slice(events.findLastIndex(passed) + 1);
  const sinceProgress = since(({ type }) => type === 'progress' || type === 'verify.progress');
  return {
    progress: events.findLast((event) => event.type === 'progress'),
    cause: sinceProgress.findLast((event) => event.type === 'cause.named')?.cause,
    asked: since(({ type }) => type === 'phone.answered' || type === 'remedy.finished').findLast(
      (event) => event.type === 'person.needed',
    ),
    stalled: since(({ type }) => type === 'stall.cleared' || type === 'progress').findLast(
      (event) => event.type === 'stall.suspected',
    ),
  };
}
