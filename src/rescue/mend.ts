import { diagnose } from '../diagnosis/diagnose.ts';
import { nameOf } from '../diagnosis/name.ts';
import type { Trouble } from '../remedies/situation.ts';
import { apply } from './apply.ts';
import type { Course } from './course.ts';
import { choose, type Decision, decide } from './decide.ts';
import { RescueError } from './errors.ts';
import { lookAtComputer } from './look-at-computer.ts';
import type { Ended } from './oversee.ts';
import { failureFacts, troubleOf } from './trouble.ts';
import { isAboutComputer, isUnlisted } from './why-unlisted.ts';

/** The whole run has an end, also with a phone that comes and goes for ever. */
const MOST_ATTEMPTS = 60;

/** Tries what may help until something was done as intended; then the next attempt shows. Throws when nothing is left. */
export async function mend(
  course: Course,
  ended: Exclude<Ended, { kind: 'verified' }>,
  signal: AbortSignal,
): Promise<void> {
  const trouble = ended.kind === 'failed' ? troubleOf(course, ended.thrown) : ended.trouble;
  course.remedies.judge('no-effect');
  let isFinal = ended.kind === 'failed' && isHopeless(course, ended.thrown);
  if (isFinal) {
    // A phone that nobody lists may be plugged in all the same.
    await lookAtComputer(course, trouble, signal);
    isFinal = !(isUnlisted(trouble.code ?? '') && isAboutComputer(course.evidence));
  }
  if (isFinal)
    course.found({ kind: 'attempt.failed', source: 'backup-protocol', facts: failureFacts(course, trouble) });
  if (isFinal || course.attempt.number >= MOST_ATTEMPTS) throw failureOf(course, ended);
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

/** The cause that was named, told anew: since then time has gone by. */
function asItStands({ named, evidence }: Course): string | undefined {
  const now = nameOf(diagnose(evidence));
  return now?.id === named?.id ? now?.sentence : named?.sentence;
}

function failureOf(course: Course, ended: Exclude<Ended, { kind: 'verified' }>): unknown {
  const { unmet } = course.remedies;
  const cause = ended.kind === 'failed' ? ended.thrown : undefined;
  if (unmet) {
    const trouble = ended.kind === 'failed' ? troubleOf(course, cause) : ended.trouble;
    // What Thaw does with it is not what the person is to do.
    const sentence = course.askedFor ?? unmet.sentence(course.situation(trouble, never));
    return new RescueError('rescue.person-needed', `${unmet.id} was not done`, {
      cause,
      facts: { step: unmet.id, sentence, found: asItStands(course) },
    });
  }
  return (
    cause ??
    new RescueError('rescue.stuck', 'nothing moved any more', {
      facts: { phase: ended.kind === 'broken-off' ? ended.trouble.phase : '' },
    })
  );
}
