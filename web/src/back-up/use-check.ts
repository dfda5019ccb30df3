import { useEffect, useRef, useState } from 'react';
import type { CheckFinding, PageEvent } from '../../../src/server/contract/events.ts';
import type { Done } from '../../../src/server/contract/problem.ts';
import type { RunRequest, RunStarted } from '../../../src/server/contract/runs.ts';
import { call } from '../api/call.ts';
import { useRunFold } from '../api/use-run-events.ts';

interface Found {
  readonly findings: readonly CheckFinding[];
  /** Null while it is still looking. */
  readonly clear: boolean | null;
}
const NOTHING: Found = { findings: [], clear: null };

export interface Check extends Found {
  readonly error: unknown;
  /** Looks again. */
  readonly again: () => void;
}

/** Looks at everything that could get in the way, anew when the destination or the phone's state changes. */
export function useCheck(udid: string, destination: string | undefined, state: string): Check {
  const [run, setRun] = useState<string>();
  const [error, setError] = useState<unknown>();
  const [turn, setTurn] = useState(0);
  const found = useRunFold(run, NOTHING, foundWith);
  const over = useRef(false);
  over.current = found.clear !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another state and another turn look at the same things again.
  useEffect(() => {
    if (destination === undefined) return;
    const body: RunRequest = { kind: 'check', udid, destination };
    let left = false;
    let started: string | undefined;
    setRun(undefined);
    setError(undefined);
    call<RunStarted>('POST', '/api/runs', body).then(
      (answer) => {
        started = answer.run;
        if (left) giveUp(answer.run);
        else setRun(answer.run);
      },
      (thrown: unknown) => {
        if (!left) setError(thrown);
      },
    );
    return () => {
      left = true;
      if (started !== undefined && !over.current) giveUp(started);
    };
  }, [udid, destination, state, turn]);
  const ended = error !== undefined;
  return { ...found, clear: ended ? false : found.clear, error, again: () => setTurn((old) => old + 1) };
}

/** A check nobody looks at any more keeps nobody busy; one that is over does not mind. */
function giveUp(run: string): void {
  call<Done>('POST', `/api/runs/${encodeURIComponent(run)}/cancel`, {}).catch(() => undefined);
}

function foundWith(found: Found, event: PageEvent): Found {
  switch (event.type) {
    case 'check.found':
      return {
        ...found,
        findings: [...found.findings.filter(({ id }) => id !== event.finding.id), event.finding],
      };
    case 'check.finished':
      return { ...found, clear: event.clear };
    case 'run.finished':
      return { ...found, clear: found.clear ?? false };
    default:
      return found;
  }
}
