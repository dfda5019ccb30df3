import type { Clock } from '../kit/clock.ts';
import type { Emit, RunEvent } from '../kit/run-event.ts';

/**
 * A run as a stream of events: what the work emits, each with its time, the run's name and, from when one of them named
 * it, the phone, in order and without loss. Ends when the work does; a failure of the work is thrown after its last event. A reader that stops early
 * aborts the work.
 */
export async function* runStream(
  run: string,
  clock: Clock,
  work: (emit: Emit, signal: AbortSignal) => Promise<void>,
  signal: AbortSignal,
): AsyncGenerator<RunEvent, void, undefined> {
  const abandoned = new AbortController();
  const waiting: RunEvent[] = [];
  let wake = (): void => {};
  let finished = false;
  let about: Pick<RunEvent, 'udid'> = {};
  const emit: Emit = (fact) => {
    if (fact.udid !== undefined) about = { udid: fact.udid };
    waiting.push({ ...fact, at: clock.now().toISOString(), run, ...about });
    wake();
  };
  const working = work(emit, AbortSignal.any([signal, abandoned.signal])).finally(() => {
    finished = true;
    wake();
  });
  working.catch(() => {}); // thrown below, after the last event
  try {
    for (;;) {
      for (let event = waiting.shift(); event; event = waiting.shift()) yield event;
      if (finished) break;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  } finally {
    abandoned.abort();
    await working;
  }
}
