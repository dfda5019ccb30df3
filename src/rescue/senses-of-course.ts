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
  const over = new AbortController();
  const begin = async (): Promise<void> => {
    while (!course.senses && !over.signal.aborted) {
      await course.means.clock.sleep(BEGIN_MS, over.signal).catch(() => undefined);
      if (!over.signal.aborted) startCourseSenses(course, signal);
    }
  };
  void begin();
  return { [Symbol.dispose]: () => over.abort() };
}
