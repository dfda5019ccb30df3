import { randomUUID } from 'node:crypto';
import type { Clock } from '../kit/clock.ts';
import type { BackupSummary, Emit, Outcome, RunEvent } from '../kit/run-event.ts';
import { Exit, exitCodeOf } from './exit-codes.ts';
import { explain } from './explain.ts';
import { runStream } from './run-stream.ts';

/**
 * A use case that leaves the backup as it is, as a run: events, a named cause when it fails, and `run.finished` at the end
 * with what the work gave. The failure is thrown after that.
 */
export function tellRun(
  clock: Clock,
  work: (emit: Emit, signal: AbortSignal) => Promise<BackupSummary>,
  signal: AbortSignal,
  run: string = randomUUID(),
): AsyncGenerator<RunEvent> {
  return runStream(run, clock, (emit, abort) => toldToTheEnd(clock, work, emit, abort), signal);
}

async function toldToTheEnd(
  clock: Clock,
  work: (emit: Emit, signal: AbortSignal) => Promise<BackupSummary>,
  emit: Emit,
  signal: AbortSignal,
): Promise<void> {
  const started = clock.ticks();
  const end = (outcome: Outcome, cause: string | null, backup: BackupSummary | null): void =>
    emit({
      type: 'run.finished',
      outcome,
      cause,
      remedies: [],
      skipped: [],
      backup,
      previous: 'intact',
      seconds: (clock.ticks() - started) / 1000,
    });
  try {
    end('verified', null, await work(emit, signal));
  } catch (thrown) {
    const { cause, needsPerson } = explain(thrown);
    const cancelled = exitCodeOf(thrown) === Exit.cancelled;
    if (!cancelled) emit({ type: 'cause.named', cause });
    end(cancelled ? 'cancelled' : needsPerson ? 'needs-person' : 'failed', cause.id, null);
    throw thrown;
  }
}
