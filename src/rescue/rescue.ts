import { isAbort } from '../kit/errors.ts';
import type { Outcome } from '../kit/run-event.ts';
import { attempt } from './attempt.ts';
import type { RescueMeans, RescueRequest } from './request.ts';
import type { Tally } from './tally.ts';

/**
 * Backs a phone up: connects, waits for trust and passcode, receives into the vault beside the earlier backup,
 * proves the result and only then puts it in place. Ends with `run.finished`; a failure is then thrown too.
 */
export async function rescuedBackup(
  run: string,
  request: RescueRequest,
  means: RescueMeans,
  signal: AbortSignal,
): Promise<void> {
  const { clock, emit, explain } = means;
  const started = clock.ticks();
  const tally: Tally = { backup: null, skipped: [], previous: 'none' };
  const end = (outcome: Outcome, cause: string | null): void =>
    emit({
      type: 'run.finished',
      outcome,
      cause,
      remedies: [],
      ...tally,
      seconds: (clock.ticks() - started) / 1000,
    });
  try {
    await attempt(run, request, means, tally, signal);
    end('verified', null);
  } catch (thrown) {
    if (isAbort(thrown, signal)) {
      end('cancelled', 'cancelled');
      throw thrown;
    }
    const { cause, needsPerson } = explain(thrown);
    emit({ type: 'cause.named', cause });
    end(needsPerson ? 'needs-person' : 'failed', cause.id);
    throw thrown;
  }
}
