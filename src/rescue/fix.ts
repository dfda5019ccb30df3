import { causes } from '../diagnosis/causes.ts';
import { type Diagnosis, diagnose } from '../diagnosis/diagnose.ts';
import { nameOf } from '../diagnosis/name.ts';
import { type Evidence, isEvidenceOf } from '../kit/evidence.ts';
import type { NamedCause } from '../kit/run-event.ts';
import { remedies } from '../remedies/remedies.ts';
import type { Applied, Remedy } from '../remedies/remedy.ts';
import type { Trouble } from '../remedies/situation.ts';
import { apply } from './apply.ts';
import { chooseRemedy } from './choose.ts';
import { Course } from './course.ts';
import { findPhone } from './find-phone.ts';
import { gather } from './gather.ts';
import { isAtWork, isHandsOff } from './hands-off.ts';
import { putBackAtEnd } from './put-back-at-end.ts';
import type { RescueMeans, RescueRequest } from './request.ts';
import { endSenses } from './senses-of-course.ts';

export interface Fix {
  /** What the evidence says, or what was asked for; undefined where neither says anything. */
  readonly cause: NamedCause | undefined;
  /** Undefined: nothing can be done outside a run, or need be. */
  readonly remedy: Remedy | undefined;
  readonly applied: Applied | undefined;
}

/** What works only on a run: how the next attempt is made, and what an attempt that goes on may do. */
const OF_A_RUN: ReadonlySet<string> = new Set([
  'set-partial-aside',
  'fresh-chain',
  'other-destination',
  'pause-for-heat',
  'slow-down',
  'wait-and-retry',
  'wait-for-other-run',
  'icloud-backup-off',
]);

/**
 * Outside a run, tries the one remedy that comes next: for `wanted`, the id of a cause, or else for what the evidence says,
 * that of the last run (`earlier`) and what can be seen now. Rejects with `phone.none` and its like without a phone.
 */
export async function fixNext(
  request: RescueRequest,
  means: RescueMeans,
  { wanted, earlier }: { readonly wanted?: string | undefined; readonly earlier: readonly Evidence[] },
  signal: AbortSignal,
): Promise<Fix> {
  const course = new Course('fix', request, means, signal);
  await using _senses = { [Symbol.asyncDispose]: () => endSenses(course) };
  await using _settings = { [Symbol.asyncDispose]: () => putBackAtEnd(course) };
  await findPhone(request.mux, request.udid, signal);
  course.evidence.push(...earlier);
  const trouble = troubleIn(earlier);
  await gather(course, { ...trouble, kind: 'stuck' }, signal);
  const diagnosis = wanted === undefined ? diagnose(course.evidence) : certainly(wanted, course.evidence);
  const cause = nameOf(diagnosis);
  if (cause) course.emit({ type: 'cause.named', cause });
  // Nothing was in trouble and nothing is seen to be: whatever is done would be done for nothing.
  if (!cause && earlier.length === 0) return { cause, remedy: undefined, applied: undefined };
  const situation = course.situation(trouble, never);
  const atWork = isAtWork(course.evidence);
  const choice = chooseRemedy(diagnosis, remedies, (remedy) => {
    if (atWork && !isHandsOff(remedy)) return false;
    if (OF_A_RUN.has(remedy.id)) return false;
    return remedy.may?.({ ...situation, tried: course.remedies.triesOf(remedy) }) ?? true;
  });
  if (!choice) return { cause, remedy: undefined, applied: undefined };
  const applied = await apply(course, { remedy: choice.remedy, situation, isOver: never }, signal);
  course.remedies.judge(applied === 'done' ? 'helped' : applied);
  return { cause, remedy: choice.remedy, applied };
}

/** No run goes on here. */
const never = (): boolean => false;

/** What the last attempt ended with. */
function troubleIn(evidence: readonly Evidence[]): Trouble {
  const last = evidence.filter((one) => isEvidenceOf(one, 'attempt.failed')).at(-1);
  return { kind: 'ended', phase: 'connecting', code: last?.facts.code, facts: {} };
}

/** The diagnosis of a person who knows. */
function certainly(wanted: string, evidence: readonly Evidence[]): Diagnosis {
  const ranked = causes
    .filter(({ id }) => id === wanted)
    .map((cause) => ({ cause, certainty: 1, speakFor: evidence, speakAgainst: [] }));
  return { ranked, noneOfThese: 0, evidence };
}

/** True for the id of a cause there is. */
export function isCause(id: string): boolean {
  return causes.some((cause) => cause.id === id);
}
