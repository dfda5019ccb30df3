import type { Trouble } from '../remedies/situation.ts';
import { attempt } from './attempt.ts';
import type { Course } from './course.ts';
import type { Decision } from './decide.ts';
import { RescueError } from './errors.ts';
import { startSensesLater } from './senses-of-course.ts';
import { Vigil } from './vigil.ts';

/** How an attempt came to its end. */
export type Ended =
  | { readonly kind: 'verified' }
  | { readonly kind: 'failed'; readonly thrown: unknown }
  /** It was stuck, and what was decided for it does not leave it going on. */
  | { readonly kind: 'broken-off'; readonly trouble: Trouble; readonly decision: Decision | undefined };

/** One attempt with a watch over it: trouble is seen to beside it where that is possible, else it is broken off. */
export async function oversee(course: Course, signal: AbortSignal): Promise<Ended> {
  const stop = new AbortController();
  const both = AbortSignal.any([signal, stop.signal]);
  using vigil = new Vigil(course);
  using _senses = startSensesLater(course);
  const ended: Promise<Ended> = attempt(course, both).then(
    () => ({ kind: 'verified' }),
    (thrown: unknown) => ({ kind: 'failed', thrown }),
  );
  const breakOff = async (trouble: Trouble, decision: Decision | undefined): Promise<Ended> => {
    stop.abort(new RescueError('rescue.interrupted', 'broken off for a remedy'));
    const end = await ended;
    return end.kind === 'verified' ? end : { kind: 'broken-off', trouble, decision };
  };
  for (;;) {
    const next = await Promise.race([ended, vigil.trouble]);
    if (!isTrouble(next)) return next;
    // Loaded when there is trouble: a run that goes well does not pay for it.
    const [{ decide }, { apply }] = await Promise.all([import('./decide.ts'), import('./apply.ts')]);
    // Data that comes while its silence is looked into answers the question.
    const { bytes } = course.attempt;
    const decision = await whileIt(
      ended,
      (over) => decide(course, next, () => vigil.eased(next), over),
      signal,
    );
    if (decision === OVER) return await ended;
    if (decision?.remedy.beside) {
      const applied = await whileIt(ended, (over) => apply(course, decision, over), signal);
      if (applied === OVER) return await ended;
      if (applied === 'done') course.remedies.judgeBeside(vigil.eased(next) || next.kind === 'noticed');
      if (applied === 'not-done' && next.kind === 'waiting') return await breakOff(next, undefined);
    } else if (next.kind === 'stuck' && course.attempt.bytes === bytes) return await breakOff(next, decision);
    vigil.seenTo();
  }
}

const OVER = Symbol('the attempt ended');

/** Does something as long as the attempt goes on; `OVER` when that ended first. */
async function whileIt<T>(
  ended: Promise<Ended>,
  work: (signal: AbortSignal) => Promise<T>,
  signal: AbortSignal,
): Promise<T | typeof OVER> {
  const over = new AbortController();
  const reason = new RescueError('rescue.interrupted', 'the attempt ended');
  void ended.then(() => over.abort(reason));
  try {
    return await work(AbortSignal.any([signal, over.signal]));
  } catch (thrown) {
    if (thrown === reason && !signal.aborted) return OVER;
    throw thrown;
  }
}

function isTrouble(next: Ended | Trouble): next is Trouble {
  return 'phase' in next;
}
