import type { DrawingPlan } from '../guide/drawings/drawing-plan.ts';
import type { StepFacts } from '../guide/guided-step.ts';
import type { ModelKind } from '../guide/model-kind.ts';
import { stepNamed } from '../guide/steps.ts';
import { modelOf } from '../phone/models.ts';

/** A guided step for one model of phone. */
export interface StepForPhone {
  readonly id: string;
  readonly sentence: string;
  readonly actions: readonly string[];
  readonly model: ModelKind;
  readonly drawing: DrawingPlan | undefined;
}

/** What is asked of a person, in words and as a drawing's data; undefined for a step there is none of. */
export function stepForPhone(
  id: string,
  productType: string | undefined,
  facts: StepFacts = {},
): StepForPhone | undefined {
  const step = stepNamed(id);
  if (!step) return undefined;
  const model = modelOf(productType);
  return {
    id,
    sentence: step.sentence(facts),
    actions: step.actions(model, facts),
    model,
    drawing: step.drawing(model),
  };
}

/** What of a model matters to hands and eyes. */
export function modelKindOf(productType: string | undefined): ModelKind {
  return modelOf(productType);
}
