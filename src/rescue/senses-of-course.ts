import type { Course } from './course.ts';
import { startSenses } from './senses/start-senses.ts';

/** A short run is over before this, and needs no senses. */
const BEGIN_MS = 1500;

/** Begins what watches the phone from beside, once for the whole run and as soon as the phone is known. */
export function startCourseSenses(course: Course, signal: AbortSignal): void {
  if (course.senses || !course.reached) return;
  course.senses = startSenses(
    {
      mux: course.request.mux,
      udid: course.reached.udid,
      destination: course.plan.destination,
      clock: course.means.clock,
      onSign: (sign) => course.watch.sign(sign, course.means.clock.ticks()),
      onEvidence: (evidence) => course.perceive(evidence),
    },
    signal,
  );
}

/** The same once the run has lasted a moment; disposing keeps what has not begun from beginning. */
export function startSensesLater(course: Course, signal: AbortSignal): Disposable {
  let timer: Disposable | undefined;
  const begin = (): void => {
    startCourseSenses(course, signal);
    if (!course.senses) timer = course.means.clock.after(BEGIN_MS, begin);
  };
  timer = course.means.clock.after(BEGIN_MS, begin);
  return { [Symbol.dispose]: () => timer?.[Symbol.dispose]() };
}
