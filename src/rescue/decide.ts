import { safeWithoutEarlier } from '../diagnosis/cause.ts';
import { diagnose } from '../diagnosis/diagnose.ts';
import { isOver } from '../diagnosis/is-over.ts';
import { nameOf } from '../diagnosis/name.ts';
import type { NamedCause } from '../kit/run-event.ts';
import { remedies } from '../remedies/remedies.ts';
import type { Remedy } from '../remedies/remedy.ts';
import type { Situation, Trouble } from '../remedies/situation.ts';
import { chooseRemedy } from './choose.ts';
import type { Course } from './course.ts';
import { gather } from './gather.ts';
import { isAtWork, isHandsOff } from './hands-off.ts';

export interface Decision {
  readonly remedy: Remedy;
  readonly situation: Situation;
  /** Of a run that got further since: whether what was seen of the cause is gone. */
  readonly isOver: () => boolean;
}

/** Gathers, diagnoses, names, and chooses what to try. Undefined when nothing is left that is worth a try. */
export async function decide(
  course: Course,
  trouble: Trouble,
  eased: () => boolean,
  signal: AbortSignal,
): Promise<Decision | undefined> {
  await gather(course, trouble, signal);
  return choose(course, trouble, eased);
}

/** The same with the evidence there is. */
export function choose(course: Course, trouble: Trouble, eased: () => boolean): Decision | undefined {
  const diagnosis = diagnose(course.evidence);
  const named = nameOf(diagnosis);
  if (trouble.kind === 'noticed' && !named) return undefined;
  if (named) tell(course, named);
  const situation = course.situation(trouble, eased);
  const situationOf = (remedy: Remedy): Situation => ({
    ...situation,
    tried: course.remedies.triesOf(remedy),
  });
  const atWork = isAtWork(course.evidence);
  const choice = chooseRemedy(diagnosis, remedies, (remedy) => {
    if (atWork && !isHandsOff(remedy)) return false;
    if (course.remedies.triesOf(remedy) >= remedy.tries) return false;
    if (trouble.kind === 'waiting' || trouble.kind === 'noticed') {
      if (!remedy.beside) return false;
    }
    return remedy.may?.(situationOf(remedy)) ?? true;
  });
  if (!choice) return undefined;
  const { remedy } = choice;
  return { remedy, situation: situationOf(remedy), isOver: () => isCured(course, remedy, named) };
}

/** Of what was not named nobody knows whether it is over, nor what a remedy for something else has to do with it. */
function isCured({ evidence }: Course, { cures, seesEnd }: Remedy, named: NamedCause | undefined): boolean {
  return named !== undefined && cures[named.id] !== undefined && (seesEnd || isOver(named, evidence));
}

/** A cause is told when it is news: another than before, or the same after the run got further. */
function tell(course: Course, named: NamedCause): void {
  if (course.named?.id === named.id) return;
  course.named = named;
  const isFirst = course.previous === 'none' && course.attempt.phase !== 'connecting';
  const safe = isFirst ? safeWithoutEarlier(named.safe) : named.safe;
  course.emit({ type: 'cause.named', cause: { ...named, safe } });
}
