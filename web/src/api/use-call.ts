import { useCallback, useEffect, useState } from 'react';
import { call } from './call.ts';

export interface Called<Answer> {
  readonly answer: Answer | undefined;
  readonly error: unknown;
  readonly loading: boolean;
  /** Asks again; the old answer stays until the new one is there. */
  readonly reload: () => void;
}

/** GETs `path` and gives what came; undefined asks nothing. A new path forgets the old answer. */
export function useCall<Answer>(path: `/api/${string}` | undefined): Called<Answer> {
  const [turn, setTurn] = useState(0);
  const [state, setState] = useState<{
    readonly path: string | undefined;
    readonly answer?: Answer;
    readonly error?: unknown;
  }>({ path });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn asks the same path again.
  useEffect(() => {
    if (path === undefined) return;
    const leaving = new AbortController();
    call<Answer>('GET', path, undefined, leaving.signal).then(
      (answer) => setState({ path, answer }),
      (error: unknown) => {
        if (!leaving.signal.aborted) setState((old) => ({ ...(old.path === path && old), path, error }));
      },
    );
    return () => leaving.abort();
  }, [path, turn]);
  const reload = useCallback(() => setTurn((old) => old + 1), []);
  const mine = state.path === path ? state : undefined;
  return {
    answer: mine?.answer,
    error: mine?.error,
    loading: path !== undefined && mine?.answer === undefined && mine?.error === undefined,
    reload,
  };
}
