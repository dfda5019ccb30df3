import { isAbort } from '../kit/errors.ts';
import type { Outcome } from '../kit/run-event.ts';
import { askAgain } from './ask-again.ts';
import { Course } from './course.ts';
import { oversee } from './oversee.ts';
import { putBackAtEnd } from './put-back-at-end.ts';
import type { Explanation, RescueMeans, RescueRequest } from './request.ts';
import { endSenses } from './senses-of-course.ts';

/**
 * Backs a phone up and sees it through: attempts, and between them what the diagnosis says may help, from harmless to
 * drastic, until the backup is verified and in its place, or nothing is left to try. Ends with `run.finished`; a
 * failure is then thrown too. Whatever was changed on the phone is put back.
 */
export async function rescuedBackup(
  run: string,
  request: RescueRequest,
  means: RescueMeans,
  signal: AbortSignal,
): Promise<void> {
  const started = means.clock.ticks();
  const course = new Course(run, request, means, signal);
  const end = (outcome: Outcome, cause: string | null): void => {
    const { skipped, backup, previous } = course;
    const remedies = course.remedies.results;
    const seconds = (means.clock.ticks() - started) / 1000;
    course.means.emit({ type: 'run.finished', outcome, cause, remedies, skipped, backup, previous, seconds });
  };
  try {
    await seeThrough(course, signal);
    course.remedies.wentOn();
    end('verified', null);
  } catch (thrown) {
    if (isAbort(thrown, signal)) {
      // Whether what was being tried would have helped, nobody knows.
      end('cancelled', 'cancelled');
      throw thrown;
    }
    course.remedies.judge('no-effect');
    const { cause, needsPerson } = lastWord(course, means.explain(thrown));
    end(needsPerson ? 'needs-person' : 'failed', cause.id);
    throw thrown;
  }
}

/** Attempts and remedies until an attempt is verified. Throws what the last one ended with when nothing is left to try. */
async function seeThrough(course: Course, signal: AbortSignal): Promise<void> {
  await using _senses = { [Symbol.asyncDispose]: () => endSenses(course) };
  await using encryption = course.encryption;
  await using _settings = { [Symbol.asyncDispose]: () => putBackAtEnd(course) };
  for (;;) {
    const ended = await oversee(course, signal);
    if (ended.kind === 'verified') {
      await encryption.keep();
      return await askAgain(course, signal);
    }
    if (ended.kind === 'failed' && isAbort(ended.thrown, signal)) throw ended.thrown;
    signal.throwIfAborted();
    // Loaded when there is something to mend: a run that goes well does not pay for it.
    const { mend } = await import('./mend.ts');
    await mend(course, ended, signal);
  }
}

/** The cause the run ends with: the one that was named, or what its failure means by itself, which is named then. */
function lastWord(course: Course, explanation: Explanation): Explanation {
  const needsPerson = course.remedies.unmet !== undefined || explanation.needsPerson;
  if (course.named) return { ...explanation, cause: course.named, needsPerson };
  const evidence = course.evidence
    .filter(({ kind }) => kind === 'attempt.failed' || kind === 'watch.stuck')
    .slice(-1);
  const cause = { ...explanation.cause, evidence };
  course.means.emit({ type: 'cause.named', cause });
  return { ...explanation, cause, needsPerson };
}
