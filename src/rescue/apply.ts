import { isAbort } from '../kit/errors.ts';
import type { Applied } from '../remedies/remedy.ts';
import type { Course } from './course.ts';
import type { Decision } from './decide.ts';

/** Tries a remedy; a throw of its is a try that failed. */
export async function apply(
  course: Course,
  { remedy, situation, isOver }: Decision,
  signal: AbortSignal,
): Promise<Applied> {
  course.begin(remedy, situation, isOver);
  const needsPerson = remedy.reach !== 'auto';
  if (needsPerson) course.patience.begin();
  try {
    const applied = await remedy.apply(situation, signal);
    course.applied(remedy, applied);
    return applied;
  } catch (thrown) {
    if (!isAbort(thrown, signal)) {
      course.applied(remedy, 'failed');
      return 'failed';
    }
    throw thrown;
  } finally {
    if (needsPerson && !course.prompt.asked) course.patience.end();
  }
}
