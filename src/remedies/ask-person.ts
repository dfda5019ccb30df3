import type { GuidedStep, StepFacts } from '../guide/guided-step.ts';
import { modelOf } from '../phone/models.ts';
import { probes } from './probes/probes.ts';
import type { Applied } from './remedy.ts';
import type { Situation } from './situation.ts';
import { until } from './wait.ts';

/**
 * Asks a person for one step and waits until its effect is seen, not for a click. `not-done` when the patience is at
 * its end; a step whose effect only the next attempt can show is given its time and taken for done.
 */
export async function askPerson(
  situation: Situation,
  step: GuidedStep,
  facts: StepFacts,
  signal: AbortSignal,
): Promise<Applied> {
  const { emit, productType, patience } = situation;
  const model = modelOf(productType);
  const limitMs = patience(
    (facts['secondsLeft'] === undefined ? step.patienceSeconds : Number(facts['secondsLeft'])) * 1000,
  );
  const look = await probes[step.effect](situation, signal);
  emit({
    type: 'person.needed',
    step: step.id,
    sentence: step.sentence(facts),
    actions: step.actions(model, facts),
    facts,
    ...(productType !== undefined && { productType }),
    secondsLeft: Math.round(limitMs / 1000),
  });
  const seen = await until(situation, limitMs, look, signal);
  if (seen) return 'done';
  return step.effect === 'next-attempt' && limitMs > 0 ? 'done' : 'not-done';
}
