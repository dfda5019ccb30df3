import { resolve } from 'node:path';
import { diagnose } from '../diagnosis/diagnose.ts';
import { nameOf } from '../diagnosis/name.ts';
import type { Clock } from '../kit/clock.ts';
import { isThawError, type ThawError } from '../kit/errors.ts';
import type { Evidence } from '../kit/evidence.ts';
import type { NamedCause } from '../kit/run-event.ts';
import { Lockdown } from '../phone/lockdown.ts';
import type { Phone, PhoneLink } from '../phone/session.ts';
import type { Usbmux } from '../phone/usbmux.ts';
import { deviceInfoOf } from '../phone/values.ts';
import type { CheckContext } from '../rescue/checks/check.ts';
import { type CheckFinding, runChecks } from '../rescue/checks/run-checks.ts';
import { findPhone } from '../rescue/find-phone.ts';
import { isAboutComputer, isUnlisted, whyUnlisted } from '../rescue/why-unlisted.ts';
import { asDict } from '../wire/plist/access.ts';
import type { PlistDict } from '../wire/plist/value.ts';
import type { PhoneIdentity } from './devices.ts';
import { Exit, exitCodeOf } from './exit-codes.ts';
import { networkNow } from './network.ts';
import { inTime, openInTime } from './open-in-time.ts';
import { lastContactWith } from './runs/last-contact.ts';
import { codeOf, wordsOf } from './words.ts';

export interface CheckRequest {
  readonly mux: Usbmux;
  readonly clock: Clock;
  readonly udid?: string | undefined;
  /** The folder that holds backups, or is to. */
  readonly destination?: string | undefined;
  /** Look at the network too, as far as iCloud backups need it; `uploadTo`: a place that takes uploads. */
  readonly network?: { readonly uploadTo?: string | undefined } | undefined;
  /** Told of each thing as it was looked at. */
  readonly onFinding?: (finding: CheckFinding) => void;
}

export interface CheckReport {
  /** Null when no phone could be asked. */
  readonly phone: PhoneIdentity | null;
  /** What stands in the way first, what is fine last. */
  readonly findings: readonly CheckFinding[];
  /** 0 nothing in the way, 1 something is broken, 3 a person is needed, 4 no phone. */
  readonly exit: number;
}

const ORDER = ['person', 'broken', 'unknown', 'note', 'fine'] as const;

/** Looks at everything that could get a backup stuck, before it begins. Nothing is changed. */
export async function check(request: CheckRequest, signal: AbortSignal): Promise<CheckReport> {
  const { clock } = request;
  const destination = request.destination === undefined ? undefined : resolve(request.destination);
  await using reached = await reach(request, signal);
  const { phone, introduction, problem } = reached;
  const lastContact = await lastContactWith(phone?.device.udid ?? request.udid);
  const { network: wanted } = request;
  const lookAtNetwork = wanted && ((now: AbortSignal) => networkNow(wanted.uploadTo, clock, now));
  const context: CheckContext = { clock, introduction, phone, destination, lastContact, lookAtNetwork };
  const first = problem && (await problemFinding(problem, clock, signal));
  if (first) request.onFinding?.(first);
  const all = [
    ...(first ? [first] : []),
    ...(await runChecks(context, signal, undefined, request.onFinding)),
  ];
  const findings = ORDER.flatMap((standing) => all.filter((finding) => finding.standing === standing));
  return { phone: identityOf(phone, introduction), findings, exit: exitOf(findings, problem) };
}

/** How far the way to the phone led. */
interface Reached extends AsyncDisposable {
  readonly phone?: Phone;
  readonly introduction?: PlistDict;
  readonly problem?: ThawError;
}

async function reach({ mux, clock, udid }: CheckRequest, signal: AbortSignal): Promise<Reached> {
  let introduction: PlistDict | undefined;
  const dispose = async (): Promise<void> => {};
  try {
    const link: PhoneLink = { mux, device: await findPhone(mux, udid, signal), clock };
    introduction = await inTime(link, (limited) => introductionOf(link, limited), signal);
    const phone = await openInTime(link, signal);
    return { phone, introduction, [Symbol.asyncDispose]: () => phone[Symbol.asyncDispose]() };
  } catch (thrown) {
    signal.throwIfAborted();
    if (!isThawError(thrown)) throw thrown;
    return { ...(introduction && { introduction }), problem: thrown, [Symbol.asyncDispose]: dispose };
  }
}

async function introductionOf(link: PhoneLink, signal: AbortSignal): Promise<PlistDict> {
  await using lockdown = await Lockdown.open(link.mux, link.device.deviceId, link.clock, signal);
  return asDict(await lockdown.value({}, signal));
}

function identityOf(phone: Phone | undefined, introduction: PlistDict | undefined): PhoneIdentity | null {
  const info = phone?.info ?? (introduction && deviceInfoOf(introduction));
  if (!info) return null;
  const { name, model, productType, iosVersion } = info;
  return { name, model, productType, iosVersion };
}

/** Not reaching the phone is the first thing that is in the way. */
async function problemFinding(problem: ThawError, clock: Clock, signal: AbortSignal): Promise<CheckFinding> {
  const id = codeOf(problem);
  const cause = isUnlisted(id) ? await causeOnThisComputer(id, clock, signal) : undefined;
  if (cause) return { ...cause, standing: 'person' };
  const { what, next } = wordsOf(problem);
  const standing = exitCodeOf(problem) === Exit.failed ? 'broken' : 'person';
  return { id, requirements: ['A1', 'A10'], standing, sentence: what, next, evidence: [] };
}

/** Why no phone is listed, where that lies on this side of the cable. */
async function causeOnThisComputer(
  code: string,
  clock: Clock,
  signal: AbortSignal,
): Promise<NamedCause | undefined> {
  const at = clock.now().toISOString();
  const found = (await whyUnlisted(signal)).map((one): Evidence => ({ ...one, at }));
  if (!isAboutComputer(found)) return undefined;
  const facts = { code, phase: 'connecting', bytes: 0 };
  return nameOf(diagnose([{ kind: 'attempt.failed', source: 'usbmux', at, facts }, ...found]));
}

function exitOf(findings: readonly CheckFinding[], problem: ThawError | undefined): number {
  const code = problem && exitCodeOf(problem);
  if (code === Exit.noPhone || code === Exit.usage) return code;
  if (findings.some(({ standing }) => standing === 'person')) return Exit.person;
  return findings.some(({ standing }) => standing === 'broken') ? Exit.failed : Exit.done;
}
