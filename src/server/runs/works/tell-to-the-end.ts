import { Exit, exitCodeOf } from '../../../app/exit-codes.ts';
import { explain } from '../../../app/explain.ts';
import type { BackupSummary, Outcome } from '../../../kit/run-event.ts';
import type { LiveRun } from '../live-run.ts';

/** How a piece of work ended that did not fail. */
export interface End {
  readonly outcome: Outcome;
  readonly backup?: BackupSummary;
}

/** Does a piece of work that does not tell of its own end. */
export async function tellToTheEnd(run: LiveRun, work: () => Promise<End>): Promise<void> {
  const { outcome, backup = null } = await work();
  finish(run, outcome, null, backup);
}

/** The end of a run that failed and has not told of it. */
export function tellFailure(run: LiveRun, thrown: unknown): void {
  const { cause, needsPerson } = explain(thrown);
  const cancelled = run.signal.aborted || exitCodeOf(thrown) === Exit.cancelled;
  if (!cancelled) run.tell({ type: 'cause.named', cause });
  finish(run, cancelled ? 'cancelled' : needsPerson ? 'needs-person' : 'failed', cause.id, null);
}

function finish(run: LiveRun, outcome: Outcome, cause: string | null, backup: BackupSummary | null): void {
  const seconds = (run.clock.now().getTime() - Date.parse(run.standing.began)) / 1000;
  run.tell({
    type: 'run.finished',
    ...{ outcome, cause, backup, seconds },
    remedies: [],
    skipped: [],
    previous: 'intact',
  });
}
