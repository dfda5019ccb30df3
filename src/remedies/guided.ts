import type { GuidedStep, StepFacts } from '../guide/guided-step.ts';
import { askPerson } from './ask-person.ts';
import type { Remedy } from './remedy.ts';
import type { Situation } from './situation.ts';

/** A remedy that is one guided step. */
export function guided(
  step: GuidedStep,
  traits: Pick<Remedy, 'cures' | 'cost'> & Partial<Pick<Remedy, 'risk' | 'tries' | 'beside' | 'may'>>,
  factsOf: (situation: Situation) => StepFacts = () => ({}),
): Remedy {
  return {
    id: step.id,
    requirements: step.requirements,
    reach: step.reach,
    risk: 'none',
    tries: 1,
    ...traits,
    sentence: (situation) => step.sentence(factsOf(situation)),
    apply: (situation, signal) => askPerson(situation, step, factsOf(situation), signal),
  };
}
