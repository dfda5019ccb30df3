import { useEffect, useState } from 'react';
import type { PageEvent } from '../../../src/server/contract/events.ts';
import { EventStream } from './event-stream.ts';
import { tellHeard } from './server-contact.ts';

/** A stream that catches up brings thousands of events; they are shown together. */
const GATHER_MS = 60;

/**
 * What a run's events come to: every event so far is folded in once and in order, and each new one as it comes. `fold` and
 * `first` must not change. Undefined asks for nothing.
 */
export function useRunFold<Folded>(
  run: string | undefined,
  first: Folded,
  fold: (folded: Folded, event: PageEvent) => Folded,
): Folded {
  const [state, setState] = useState({ run, folded: first });
  useEffect(() => {
    if (run === undefined) return;
    let waiting: PageEvent[] = [];
    let due: ReturnType<typeof setTimeout> | undefined;
    const hand = (): void => {
      const fresh = waiting;
      waiting = [];
      due = undefined;
      setState((old) => ({ run, folded: fresh.reduce(fold, old.run === run ? old.folded : first) }));
    };
    setState({ run, folded: first });
    const stream = new EventStream(
      (after) => `/api/runs/${encodeURIComponent(run)}/events?after=${after}`,
      ['message'],
      {
        onData: (data) => {
          waiting.push(JSON.parse(data));
          due ??= setTimeout(hand, GATHER_MS);
        },
        onHeard: tellHeard,
      },
    );
    return () => {
      clearTimeout(due);
      stream[Symbol.dispose]();
    };
  }, [run, first, fold]);
  return state.run === run ? state.folded : first;
}
