import type { StepFacts } from '../../../../../../src/guide/guided-step.ts';
import type { ModelKind } from '../../../../../../src/guide/model-kind.ts';

export interface StepInGerman {
  readonly sentence: (facts: StepFacts) => string;
  readonly actions: (model: ModelKind, facts: StepFacts) => readonly string[];
  /** Of the drawing, for those who cannot see it. */
  readonly caption: string;
}

export type StepsInGerman = Readonly<Record<string, StepInGerman>>;
