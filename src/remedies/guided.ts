import type { Effect, GuidedStep, StepFacts } from '../guide/guided-step.ts';
import { askPerson } from './ask-person.ts';
import type { Remedy } from './remedy.ts';
import type { Situation } from './situation.ts';

/** These show that the step was taken; whether that was it, only the next attempt does. */
const SHOW_THE_DEED: ReadonlySet<Effect> = new Set<Effect>([
  'link-steady',
  'phone-restarted',
  'phone-in-recovery',
  'phone-in-dfu',
  'next-attempt',
]);

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
    ...(!SHOW_THE_DEED.has(step.effect) && { seesEnd: true }),
    ...traits,
    sentence: (situation) => step.sentence(factsOf(situation)),
    apply: (situation, signal) => askPerson(situation, step, factsOf(situation), signal),
  };
}
