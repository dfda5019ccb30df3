import { freeFilesOf } from '../host/disks/free-files.ts';
import { guardOf } from '../host/guard.ts';
import { knownPrograms, MAC_UPDATER } from '../host/known-programs.ts';
import { lookAtService } from '../host/phone-service/look-at-service.ts';
import { programNames } from '../host/programs.ts';
import { phonesOnBus } from '../host/usb/on-bus.ts';
import { type Evidence, type EvidenceKind, isEvidenceOf } from '../kit/evidence.ts';
import type { Trouble } from '../remedies/situation.ts';
import type { Course } from './course.ts';

/** No phone is listed, or nobody is there to list any. */
const UNLISTED: ReadonlySet<string> = new Set([
  ...['mux.absent', 'mux.gone', 'mux.silent', 'mux.refused', 'phone.none', 'phone.absent', 'phone.gone'],
]);
const FULL: ReadonlySet<string> = new Set(['destination.full', 'vault.write-failed', 'backup.write-failed']);
/** The disk's table of files counts as full below this. */
const FEW_FILES = 1000;

/** What on this computer explains a trouble. Once for each: some of it takes seconds. */
export async function lookAtComputer(course: Course, trouble: Trouble, signal: AbortSignal): Promise<void> {
  if (trouble.kind !== 'ended' || looked.has(trouble)) return;
  looked.add(trouble);
  const { code = '' } = trouble;
  const looks: Promise<void>[] = [];
  if (UNLISTED.has(code)) looks.push(lookAtPhones(course, code, signal), lookAtPrograms(course, signal));
  if (code.startsWith('mux.') || UNLISTED.has(code)) looks.push(lookAtPhoneService(course, signal));
  if (code === 'destination.not-writable') looks.push(lookAtGuard(course, trouble, signal));
  if (FULL.has(code)) looks.push(lookAtFiles(course));
  await Promise.allSettled(looks);
  signal.throwIfAborted();
}

const looked = new WeakSet<Trouble>();

const EXPLAINS: ReadonlySet<EvidenceKind> = new Set<EvidenceKind>([
  'computer.mux-blind',
  'computer.driver',
  'computer.update-asked',
]);

/** True when something on this computer keeps the phone from being seen, so that it is not just unplugged. */
export function isAboutComputer({ evidence }: Pick<Course, 'evidence'>, { code = '' }: Trouble): boolean {
  return UNLISTED.has(code) && evidence.some((one) => EXPLAINS.has(one.kind) || isServiceDown(one));
}

function isServiceDown(one: Evidence): boolean {
  return isEvidenceOf(one, 'computer.phone-service') && DOWN.has(one.facts.state);
}

const DOWN: ReadonlySet<string> = new Set(['missing', 'stopped', 'disabled']);

async function lookAtPhones(course: Course, code: string, signal: AbortSignal): Promise<void> {
  const phones = await phonesOnBus(signal);
  if (phones.length === 0 || code === 'mux.absent') return;
  const facts = { phonesOnBus: phones.length };
  course.found({ kind: 'computer.mux-blind', source: 'computer', facts });
}

async function lookAtPrograms(course: Course, signal: AbortSignal): Promise<void> {
  const running = await programNames(signal);
  for (const { name, role } of knownPrograms(running))
    if (role === 'takes')
      course.found({ kind: 'computer.program', source: 'computer', facts: { name, does: 'takes' } });
  if (running.has(MAC_UPDATER))
    course.found({ kind: 'computer.update-asked', source: 'computer', facts: { program: MAC_UPDATER } });
}

async function lookAtPhoneService(course: Course, signal: AbortSignal): Promise<void> {
  const service = await lookAtService(signal);
  if (!service) return;
  const { driverProblem, ...facts } = service;
  course.found({ kind: 'computer.phone-service', source: 'computer', facts });
  if (driverProblem !== undefined)
    course.found({ kind: 'computer.driver', source: 'computer', facts: { problem: driverProblem } });
}

async function lookAtGuard(course: Course, { facts }: Trouble, signal: AbortSignal): Promise<void> {
  const guard = await guardOf(course.plan.destination, String(facts['errno'] ?? ''), signal);
  if (guard) course.found({ kind: 'destination.guarded', source: 'computer', facts: guard });
}

async function lookAtFiles(course: Course): Promise<void> {
  const freeFiles = await freeFilesOf(course.plan.destination);
  if (freeFiles !== undefined && freeFiles < FEW_FILES)
    course.found({ kind: 'destination.files-left', source: 'destination', facts: { freeFiles } });
}
