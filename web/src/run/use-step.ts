import { useEffect, useState } from 'react';
import type { StepAnswer, StepCard } from '../../../src/server/contract/steps.ts';
import { call } from '../api/call.ts';
import type { Wanted } from './story.ts';

/** The step as the server draws it for this very phone; null until it is here, and where nobody drew one. */
export function useStep(run: string, wanted: Wanted | null): StepCard | null {
  const [step, setStep] = useState<StepCard | null>(null);
  const id = wanted?.by === 'thaw' ? wanted.step.step : wanted?.what;
  useEffect(() => {
    if (id === undefined) return;
    const leaving = new AbortController();
    call<StepAnswer>('GET', `/api/runs/${encodeURIComponent(run)}/step`, undefined, leaving.signal).then(
      (answer) => setStep(answer.step),
      () => undefined, // the words of the event are shown instead
    );
    return () => leaving.abort();
  }, [run, id]);
  return step?.id === id ? step : null;
}
