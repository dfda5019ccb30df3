import { diagnose } from '../../diagnosis/diagnose.ts';
import { nameOf } from '../../diagnosis/name.ts';
import { isAbort } from '../../kit/errors.ts';
import type { Evidence } from '../../kit/evidence.ts';
import type { NamedCause, Outcome } from '../../kit/run-event.ts';
import { remedies } from '../../remedies/remedies.ts';
import type { Remedy } from '../../remedies/remedy.ts';
import type { Trouble } from '../../remedies/situation.ts';
import { apply } from '../apply.ts';
import { chooseRemedy } from '../choose.ts';
import { Course } from '../course.ts';
import type { RescueMeans, RescueRequest } from '../request.ts';

/** What a look at the network found. */
type Look = (signal: AbortSignal) => Promise<readonly Evidence[]>;

export interface NetworkRequest {
  readonly look: Look;
  /** Wait and ask until it is mended; else only say what is wrong. */
  readonly mend: boolean;
}

/** What may help a network; all others are about a phone. */
const OF_A_NETWORK: ReadonlySet<string> = new Set([
  'wait-for-apple',
  'wait-for-network',
  'sign-in-portal',
  'vpn-off',
  'allow-icloud',
  'other-network',
  'reset-network-settings',
]);
/** It is nobody's attempt that ended; remedies go by the cause alone. */
const TROUBLE: Trouble = { kind: 'ended', phase: 'connecting', code: undefined, facts: {} };
/** No run goes on here. */
const never = (): boolean => false;
/** Each round is a remedy; there are not more that apply to one network. */
const MOST_ROUNDS = 20;

/**
 * Looks at the network, names what is in the way of an iCloud backup, and, where that is wanted, sees it mended: waits
 * for what passes by itself, asks a person for the rest, and looks again. Ends with `run.finished`: `verified` when nothing is
 * in the way (any more).
 */
export async function seeNetworkThrough(
  run: string,
  { look, mend }: NetworkRequest,
  request: RescueRequest,
  means: RescueMeans,
  signal: AbortSignal,
): Promise<void> {
  const began = means.clock.ticks();
  const networkTrouble = async (now: AbortSignal): Promise<string | undefined> =>
    nameOf(diagnose(await look(now)))?.id;
  const course = new Course(run, request, { ...means, networkTrouble }, signal);
  const end = (outcome: Outcome, cause: string | null): void => {
    const seconds = (means.clock.ticks() - began) / 1000;
    const nothing = { skipped: [], backup: null, previous: 'none' } as const;
    means.emit({
      type: 'run.finished',
      outcome,
      cause,
      remedies: course.remedies.results,
      ...nothing,
      seconds,
    });
  };
  try {
    const left = await untilMended(course, look, mend, signal);
    end(left ? 'needs-person' : 'verified', left?.id ?? null);
  } catch (thrown) {
    if (!isAbort(thrown, signal)) throw thrown;
    end('cancelled', 'cancelled');
    throw thrown;
  }
}

/** What is still wrong when nothing is left to try. */
async function untilMended(
  course: Course,
  look: Look,
  mend: boolean,
  signal: AbortSignal,
): Promise<NamedCause | undefined> {
  for (let round = 1; ; round += 1) {
    const found = await look(signal);
    const named = nameOf(diagnose(found));
    // Behind one trouble another may show: then the first is mended.
    course.remedies.judge(named && named.id === course.named?.id ? 'no-effect' : 'helped');
    tell(course, found, named);
    const remedy = named && mend && round < MOST_ROUNDS ? nextRemedy(course) : undefined;
    if (!remedy) return named;
    const situation = { ...course.situation(TROUBLE, never), tried: course.remedies.triesOf(remedy) };
    await apply(course, { remedy, situation, isOver: never }, signal);
  }
}

/** Of a network only the newest look counts, and what was tried in vain: what helped was about a trouble that is over. */
function tell(course: Course, found: readonly Evidence[], named: NamedCause | undefined): void {
  const inVain = course.evidence.filter(
    (one) => one.kind === 'remedy.tried' && one.facts.result !== 'helped',
  );
  course.evidence.length = 0;
  course.evidence.push(...inVain);
  for (const one of found) course.perceive(one);
  if (named && course.named?.id !== named.id) course.emit({ type: 'cause.named', cause: named });
  course.named = named;
}

function nextRemedy(course: Course): Remedy | undefined {
  const diagnosis = diagnose(course.evidence);
  const situation = course.situation(TROUBLE, never);
  const choice = chooseRemedy(diagnosis, remedies, (remedy) => {
    if (!OF_A_NETWORK.has(remedy.id) || course.remedies.triesOf(remedy) >= remedy.tries) return false;
    return remedy.may?.({ ...situation, tried: course.remedies.triesOf(remedy) }) ?? true;
  });
  return choice?.remedy;
}
