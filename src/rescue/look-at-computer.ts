import { freeFilesOf } from '../host/disks/free-files.ts';
import { guardOf } from '../host/guard.ts';
import { knownPrograms } from '../host/known-programs.ts';
import { lookAtService } from '../host/phone-service/look-at-service.ts';
import { programNames } from '../host/programs.ts';
import type { Trouble } from '../remedies/situation.ts';
import type { Course } from './course.ts';
import { lostLinkCodes } from './lost-link.ts';
import { isUnlisted, whyUnlisted } from './why-unlisted.ts';

const ABOUT_THE_DISK = /^(?:destination|vault|backup)\./;
/** The disk's table of files counts as full below this. */
const FEW_FILES = 1000;

/** What on this computer explains a trouble. Once for each: some of it takes seconds. */
export async function lookAtComputer(course: Course, trouble: Trouble, signal: AbortSignal): Promise<void> {
  if (trouble.kind !== 'ended' || looked.has(trouble)) return;
  looked.add(trouble);
  const { code = '' } = trouble;
  const looks: Promise<void>[] = [];
  if (isUnlisted(code)) looks.push(lookAtPhones(course, signal));
  else if (lostLinkCodes.has(code)) looks.push(lookForRival(course, signal));
  if (code === 'destination.not-writable') looks.push(lookAtGuard(course, trouble, signal));
  if (ABOUT_THE_DISK.test(code)) looks.push(lookAtFiles(course));
  if (code === 'backup.sync-locked') looks.push(lookForOtherBackup(course, signal));
  await Promise.allSettled(looks);
  signal.throwIfAborted();
}

const looked = new WeakSet<Trouble>();

async function lookAtPhones(course: Course, signal: AbortSignal): Promise<void> {
  for (const found of await whyUnlisted(signal)) course.found(found);
}

/** Another program that serves phones does not come and go in a run: it is looked for once. */
async function lookForRival(course: Course, signal: AbortSignal): Promise<void> {
  if (lookedForRival.has(course)) return;
  lookedForRival.add(course);
  const service = await lookAtService(signal);
  if (service?.rival === undefined) return;
  const { driverProblem: _, ...facts } = service;
  course.found({ kind: 'computer.phone-service', source: 'computer', facts });
}

const lookedForRival = new WeakSet<Course>();

async function lookAtGuard(course: Course, { facts }: Trouble, signal: AbortSignal): Promise<void> {
  const guard = await guardOf(course.plan.destination, String(facts['errno'] ?? ''), signal);
  if (guard) course.found({ kind: 'destination.guarded', source: 'computer', facts: guard });
}

/** A disk with room may be full all the same: its table of files is. */
export async function lookAtFiles(course: Course): Promise<void> {
  const freeFiles = await freeFilesOf(course.plan.destination);
  if (freeFiles !== undefined && freeFiles < FEW_FILES)
    course.found({ kind: 'destination.files-left', source: 'destination', facts: { freeFiles } });
}

/** Who may hold the phone's sync lock. */
async function lookForOtherBackup(course: Course, signal: AbortSignal): Promise<void> {
  const [other] = knownPrograms(await programNames(signal)).filter(({ role }) => role === 'syncs');
  if (other)
    course.found({
      kind: 'computer.other-backup',
      source: 'computer',
      facts: { program: other.name, lock: true },
    });
}
