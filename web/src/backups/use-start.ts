import { useState } from 'react';
import type { RunRequest } from '../../../src/server/contract/runs.ts';
import { startRun } from './start-run.ts';

/** Begins a run and goes to it. `starting`: it was asked for, and must not be asked for twice. */
export function useStart(): {
  readonly start: (request: RunRequest) => void;
  readonly starting: boolean;
  /** Why it could not begin. */
  readonly error: unknown;
} {
  const [starting, setStarting] = useState(false);
  const [error, setError] = useState<unknown>();
  const start = (request: RunRequest): void => {
    setStarting(true);
    setError(undefined);
    startRun(request).catch((thrown: unknown) => {
      setStarting(false);
      setError(thrown);
    });
  };
  return { start, starting, error };
}
