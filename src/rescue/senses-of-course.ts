import type { Course } from './course.ts';

/** A short run is over before this, and needs no senses. */
const BEGIN_MS = 1500;

/** Begins what watches the phone from beside, once for the whole run and as soon as the phone is known. */
async function startCourseSenses(course: Course): Promise<void> {
  // Loaded when it is wanted: a short run does not pay for it.
  const { startSenses } = await import('./senses/start-senses.ts');
  if (course.senses !== 'not-begun' || !course.reached) return;
  void learn(course, course.reached.udid);
  course.senses = startSenses(
    {
      mux: course.request.mux,
      udid: course.reached.udid,
      productType: course.reached.productType,
      destination: course.plan.destination,
      clock: course.means.clock,
      onSign: (sign) => course.watch.sign(sign, course.means.clock.ticks()),
      onEvidence: (evidence) => course.sensed(evidence),
    },
    course.signal,
  );
}

/** What is learned late, or not at all, leaves what is usual. */
async function learn({ means, watch }: Course, udid: string): Promise<void> {
  const learned = await means.normsOf?.(udid).catch(() => undefined);
  if (learned) watch.goBy(learned);
}

/** The same once the run has lasted a moment; disposing keeps what has not begun from beginning. */
export function startSensesLater(course: Course): Disposable {
  const over = new AbortController();
  const begin = async (): Promise<void> => {
    while (course.senses === 'not-begun' && !over.signal.aborted) {
      await course.means.clock.sleep(BEGIN_MS, over.signal).catch(() => undefined);
      if (course.reached && !over.signal.aborted) await startCourseSenses(course);
    }
  };
  void begin();
  return { [Symbol.dispose]: () => over.abort() };
}

/** Asks the phone and the computer, beside the attempt, for whatever they tell now. */
export async function lookWithSenses(course: Course, signal: AbortSignal): Promise<void> {
  await startCourseSenses(course);
  if (typeof course.senses === 'object') await course.senses.look(signal);
}

/** The run is over: ends the senses, and none begin any more. */
export async function endSenses(course: Course): Promise<void> {
  const { senses } = course;
  course.senses = 'over';
  if (typeof senses === 'object') await senses[Symbol.asyncDispose]();
}
