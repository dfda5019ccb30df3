import { stepNamed } from '../guide/steps.ts';
import type { TimedStage } from '../guide/timed-stage.ts';
import { modelOf } from '../phone/models.ts';

export type { TimedStage } from '../guide/timed-stage.ts';

/** What is held for how long in a step, on this very phone; undefined for steps in which nothing is timed. */
export function stepTiming(step: string, productType: string | undefined): readonly TimedStage[] | undefined {
  return stepNamed(step)?.timed?.(modelOf(productType));
}
