import { isAbort } from '../kit/errors.ts';
import type { Outcome } from '../kit/run-event.ts';
import type { Trouble } from '../remedies/situation.ts';
import { apply } from './apply.ts';
import { Course } from './course.ts';
import { choose, type Decision, decide } from './decide.ts';
import { RescueError } from './errors.ts';
import { type Ended, oversee } from './oversee.ts';
import { putBackAtEnd } from './put-back-at-end.ts';
import type { Explanation, RescueMeans, RescueRequest } from './request.ts';
import { failureFacts, troubleOf } from './trouble.ts';

/** The whole run has an end, also with a phone that comes and goes for ever. */
const MOST_ATTEMPTS = 60;

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
  const course = new Course(run, request, means);
  const end = (outcome: Outcome, cause: string | null): void => {
    const { tried: remedies, skipped, backup, previous } = course;
    const seconds = (means.clock.ticks() - started) / 1000;
    means.emit({ type: 'run.finished', outcome, cause, remedies, skipped, backup, previous, seconds });
  };
  try {
    await seeThrough(course, signal);
    course.settle('helped');
    end('verified', null);
  } catch (thrown) {
    course.settle('no-effect');
    if (isAbort(thrown, signal)) {
      end('cancelled', 'cancelled');
      throw thrown;
    }
    const { cause, needsPerson } = lastWord(course, means.explain(thrown));
    end(needsPerson ? 'needs-person' : 'failed', cause.id);
    throw thrown;
  }
}

/** Attempts and remedies until an attempt is verified. Throws what the last one ended with when nothing is left to try. */
async function seeThrough(course: Course, signal: AbortSignal): Promise<void> {
  await using _senses = { [Symbol.asyncDispose]: async () => course.senses?.[Symbol.asyncDispose]() };
  await using encryption = course.encryption;
  await using _settings = { [Symbol.asyncDispose]: () => putBackAtEnd(course) };
  for (;;) {
    const ended = await oversee(course, signal);
    if (ended.kind === 'verified') return await encryption.keep();
    if (ended.kind === 'failed' && isAbort(ended.thrown, signal)) throw ended.thrown;
    signal.throwIfAborted();
    await mend(course, ended, signal);
  }
}

/** Tries what may help until something was done as intended; then the next attempt shows. Throws when nothing is left. */
async function mend(
  course: Course,
  ended: Exclude<Ended, { kind: 'verified' }>,
  signal: AbortSignal,
): Promise<void> {
  const isFinal = ended.kind === 'failed' && isHopeless(course, ended.thrown);
  const trouble = ended.kind === 'failed' ? troubleOf(course, ended.thrown) : ended.trouble;
  course.settle('no-effect');
  if (isFinal)
    course.found({ kind: 'attempt.failed', source: 'backup-protocol', facts: failureFacts(course, trouble) });
  if (isFinal || course.attempts >= MOST_ATTEMPTS) throw failureOf(course, ended);
  let decision = ended.kind === 'failed' ? await decide(course, trouble, never, signal) : ended.decision;
  while (decision) {
    if ((await apply(course, decision, signal)) === 'done') return;
    decision = nextDecision(course, trouble);
  }
  throw failureOf(course, ended);
}

function nextDecision(course: Course, trouble: Trouble): Decision | undefined {
  return choose(course, trouble.kind === 'waiting' ? { ...trouble, kind: 'ended' } : trouble, never);
}

/** Nothing eases an attempt that has ended. */
const never = (): boolean => false;

/** Before any phone was reached, some failures are a person's to correct: a wrong argument, no phone at all. */
function isHopeless({ reached, plan, means }: Course, thrown: unknown): boolean {
  const { cause, final } = means.explain(thrown);
  if (NEVER_MENDED.has(cause.id)) return true;
  const elsewhere = plan.orTo !== undefined && cause.id.startsWith('destination.');
  return reached === undefined && final && !elsewhere;
}

/** A folder that was named by mistake stays a mistake, wherever the run stands. */
const NEVER_MENDED = new Set(['destination.is-a-backup', 'destination.other-phone', 'usage']);

function failureOf(course: Course, ended: Exclude<Ended, { kind: 'verified' }>): unknown {
  const { unmet } = course;
  const cause = ended.kind === 'failed' ? ended.thrown : undefined;
  if (unmet) {
    const situation = course.situation(
      ended.kind === 'failed' ? troubleOf(course, cause) : ended.trouble,
      never,
    );
    return new RescueError('rescue.person-needed', `${unmet.id} was not done`, {
      cause,
      facts: { step: unmet.id, sentence: unmet.sentence(situation), found: course.named?.sentence },
    });
  }
  return (
    cause ??
    new RescueError('rescue.stuck', 'nothing moved any more', {
      facts: { phase: ended.kind === 'broken-off' ? ended.trouble.phase : '' },
    })
  );
}

/** The cause the run ends with: the one that was named, or what its failure means by itself, which is named then. */
function lastWord(course: Course, explanation: Explanation): Explanation {
  const needsPerson = course.unmet !== undefined || explanation.needsPerson;
  if (course.named) return { ...explanation, cause: course.named, needsPerson };
  const evidence = course.evidence
    .filter(({ kind }) => kind === 'attempt.failed' || kind === 'watch.stuck')
    .slice(-1);
  const cause = { ...explanation.cause, evidence };
  course.means.emit({ type: 'cause.named', cause });
  return { ...explanation, cause, needsPerson };
}
