import { diagnose } from '../../diagnosis/diagnose.ts';
import { evidenceInWords } from '../../diagnosis/evidence-in-words.ts';
import { nameOf } from '../../diagnosis/name.ts';
import type { Clock } from '../../kit/clock.ts';
import { isThawError, type ThawError } from '../../kit/errors.ts';
import type { Evidence } from '../../kit/evidence.ts';
import type { NamedCause } from '../../kit/run-event.ts';
import type { MuxDevice } from '../../phone/mux-device.ts';
import type { Usbmux } from '../../phone/usbmux.ts';
import { findPhone } from '../../rescue/find-phone.ts';
import { isUnlisted, whyUnlisted } from '../../rescue/why-unlisted.ts';
import type { PhoneIdentity } from '../devices.ts';
import { Exit, exitCodeOf } from '../exit-codes.ts';
import { openInTime } from '../open-in-time.ts';
import { codeOf, wordsOf } from '../words.ts';
import { type AtWork, otherProgramAtWork } from './at-work.ts';
import { type Condition, conditionOf, evidenceOf } from './condition.ts';
import { observe } from './observe.ts';
import { ownRunAtWork } from './own-run.ts';
import { type Told, tellIdle, tellOther, tellOwn } from './tell.ts';

export interface WhyRequest {
  readonly mux: Usbmux;
  readonly clock: Clock;
  readonly udid?: string | undefined;
  /** The folder that holds the other program's backups. */
  readonly to?: string | undefined;
  /** How long to look. */
  readonly seconds: number;
}

/** What is stuck right now, or is not, and how that was seen. */
export interface WhyReport extends Told {
  readonly phone: PhoneIdentity | null;
  /** How the phone is, where it could not be asked itself; null otherwise. */
  readonly condition: Condition | null;
  /** Who makes a backup of it now; null when nobody seems to. */
  readonly atWork: AtWork | null;
  /** More likely than not, and with evidence; null otherwise. */
  readonly cause: NamedCause | null;
  readonly evidence: readonly Evidence[];
  /** The evidence in words, in the order in which it was seen. */
  readonly seen: readonly string[];
  readonly exit: number;
}

/**
 * Looks for some seconds at a phone and at whoever backs it up, and says what is going on: Thaw's own run in another
 * process, another program's, or none. Touches nothing.
 */
export async function why(request: WhyRequest, signal: AbortSignal): Promise<WhyReport> {
  const { mux, clock } = request;
  let device: MuxDevice | undefined;
  try {
    device = await findPhone(mux, request.udid, signal);
    return await whyOf(request, device, signal);
  } catch (thrown) {
    signal.throwIfAborted();
    if (!isThawError(thrown)) throw thrown;
    const code = codeOf(thrown);
    const facts = { code, phase: 'connecting', bytes: 0 };
    const at = clock.now().toISOString();
    const found = isUnlisted(code) ? await whyUnlisted(signal) : [];
    const evidence = found.map((one): Evidence => ({ ...one, at }));
    const condition = await conditionOf(request, signal);
    const seen = condition ? evidenceOf(condition, at) : [];
    const failed: Evidence = { kind: 'attempt.failed', source: 'lockdown', at, facts };
    return unreachable(thrown, condition, [failed, ...seen, ...evidence]);
  }
}

async function whyOf(request: WhyRequest, device: MuxDevice, signal: AbortSignal): Promise<WhyReport> {
  const { mux, clock } = request;
  const own = await ownRunAtWork(device.udid);
  await using phone = await openInTime({ mux, device, clock }, signal);
  const { name, model, productType, iosVersion } = phone.info;
  const identity = { name, model, productType, iosVersion };
  if (own) {
    const atWork = { program: 'thaw', folder: `${own.destination}/${device.udid}`, holdsLock: true };
    const told = tellOwn(own);
    const evidence = own.events.flatMap((event) => (event.type === 'evidence.found' ? [event.evidence] : []));
    return report(identity, atWork, told, own.cause ?? null, evidence.slice(-10));
  }
  const atWork = await otherProgramAtWork(phone, request.to, signal);
  const observed = await observe({ ...request, device, folder: atWork?.folder }, signal);
  // A busy computer is no trouble of a phone that nobody backs up.
  const telling = atWork
    ? observed.evidence
    : observed.evidence.filter(({ source }) => source !== 'computer');
  const cause = nameOf(diagnose(telling)) ?? null;
  const told = atWork ? tellOther(atWork, observed, cause) : tellIdle(cause);
  return report(identity, atWork ?? null, told, cause, observed.evidence);
}

function report(
  phone: PhoneIdentity,
  atWork: AtWork | null,
  told: Told,
  cause: NamedCause | null,
  evidence: readonly Evidence[],
): WhyReport {
  const seen = [...new Set(evidence.map(evidenceInWords))];
  return { phone, condition: null, atWork, ...told, cause, evidence, seen, exit: EXITS[told.state] };
}

const EXITS: Readonly<Record<Told['state'], number>> = {
  idle: Exit.done,
  moving: Exit.done,
  quiet: Exit.done,
  waiting: Exit.person,
  stuck: Exit.failed,
  unreachable: Exit.failed,
};

/** Not reaching the phone is what is stuck. */
function unreachable(
  thrown: ThawError,
  condition: Condition | null,
  evidence: readonly Evidence[],
): WhyReport {
  const cause = nameOf(diagnose(evidence)) ?? null;
  const words = wordsOf(thrown);
  return {
    phone: null,
    condition,
    atWork: null,
    state: 'unreachable',
    sentence: cause?.sentence ?? words.what,
    safe: cause?.safe ?? words.safe,
    next: cause?.next ?? words.next,
    cause,
    evidence,
    seen: evidence.filter(({ kind }) => kind !== 'attempt.failed').map(evidenceInWords),
    exit: exitCodeOf(thrown),
  };
}
