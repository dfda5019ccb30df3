import { randomUUID } from 'node:crypto';
import type { Clock } from '../kit/clock.ts';
import { isAbort } from '../kit/errors.ts';
import type { Emit, Outcome, RunEvent } from '../kit/run-event.ts';
import type { PhoneLink } from '../phone/session.ts';
import { findPhone } from '../rescue/find-phone.ts';
import { backupSettingsSense, cloudLogSense } from '../rescue/senses/cloud-log.ts';
import { startSenses } from '../rescue/senses/start-senses.ts';
import { explain } from './explain.ts';
import { icloudVerdict } from './icloud.ts';
import { localMux } from './local-mux.ts';
import { openInTime } from './open-in-time.ts';
import { runStream } from './run-stream.ts';
import { LineBlot } from './watch/blot-line.ts';
import { CloudCourse } from './watch/cloud-course.ts';
import { OtherCourse } from './watch/other-course.ts';
import { type AtWork, otherProgramAtWork } from './why/at-work.ts';
import { watchSentence } from './words/watch-words.ts';

export interface WatchRequest {
  readonly udid?: string | undefined;
  /** Where usbmuxd listens, if not where the environment or the system says. */
  readonly usbmuxd?: string | undefined;
  /** The folder into which another program on this computer writes its backups. */
  readonly to?: string | undefined;
  /** A failing iCloud backup ends the watch at once, for something else is to be done then. */
  readonly endsOnFailure?: boolean;
  /** The run's id; a new one when not given. */
  readonly run?: string;
}

const LOOK_EVERY_MS = 1000;

/**
 * Follows a backup that Thaw does not make: the one another program makes on this computer, if one is at work, else the
 * phone's own to iCloud. Tells what is seen, names what is in the way, asks for what may help, and sees whether it did.
 * Ends when the backup is finished, when nothing is left to be asked, or with its signal, and always with
 * `run.finished`. Changes nothing on the phone.
 */
export function watch(
  { run = randomUUID(), ...request }: WatchRequest,
  clock: Clock,
  signal: AbortSignal,
): AsyncGenerator<RunEvent> {
  return runStream(run, clock, (emit, abort) => watched(request, clock, emit, abort), signal);
}

async function watched(request: WatchRequest, clock: Clock, emit: Emit, signal: AbortSignal): Promise<void> {
  const began = clock.ticks();
  let course: CloudCourse | OtherCourse | undefined;
  const finish = (outcome: Outcome, cause: string | null): void => {
    const seconds = (clock.ticks() - began) / 1000;
    const standing = outcome === 'needs-person' || outcome === 'failed' ? 'trouble' : 'fine';
    if (course) {
      const saying = { code: 'summary', seconds, seen: course.summary } as const;
      emit({ type: 'watch.told', standing, sentence: watchSentence(saying), saying, lines: [] });
    }
    const remedies = course instanceof CloudCourse ? course.tried : [];
    const rest = { skipped: [], backup: null, previous: 'none', seconds } as const;
    emit({ type: 'run.finished', outcome, cause, remedies, ...rest });
  };
  try {
    emit({ type: 'run.started', destination: '', resumedBytes: 0 });
    emit({ type: 'phase.changed', phase: 'connecting' });
    const mux = localMux(clock, request.usbmuxd);
    const device = await findPhone(mux, request.udid, signal);
    const { name, productType, other } = await introduce({ mux, device, clock }, request.to, signal);
    const { endsOnFailure = false } = request;
    const tell: Emit = (fact) => emit({ udid: device.udid, ...fact });
    course = other
      ? new OtherCourse(other, clock, tell)
      : new CloudCourse({ clock, emit: tell, blot: new LineBlot(name), productType, endsOnFailure });
    await follow(course, { mux, device, clock }, signal);
    const { outcome = 'cancelled', cause = null } = course.end ?? {};
    if (outcome === 'finished' && other?.folder !== undefined) await tellVerdict(other.folder, emit, signal);
    finish(outcome, cause);
  } catch (thrown) {
    if (isAbort(thrown, signal)) finish('cancelled', 'cancelled');
    else {
      const { cause, needsPerson } = explain(thrown);
      emit({ type: 'cause.named', cause });
      finish(needsPerson ? 'needs-person' : 'failed', cause.id);
    }
    throw thrown;
  }
}

interface Introduction {
  readonly name: string;
  readonly productType: string;
  /** Who makes a backup of it on this computer now. */
  readonly other: AtWork | undefined;
}

/** Who the phone is, and who is at work on it; a first session shows that it trusts this computer. */
async function introduce(
  link: PhoneLink,
  to: string | undefined,
  signal: AbortSignal,
): Promise<Introduction> {
  await using phone = await openInTime(link, signal);
  const other = await otherProgramAtWork(phone, to, signal);
  return { name: phone.info.name, productType: phone.info.productType, other };
}

/** Until the course has come to its end. */
async function follow(
  course: CloudCourse | OtherCourse,
  { mux, device, clock }: PhoneLink,
  signal: AbortSignal,
): Promise<void> {
  const also =
    course instanceof CloudCourse
      ? [
          cloudLogSense((line) => course.hear(line)),
          backupSettingsSense((settings) => course.settings(settings)),
        ]
      : [];
  await using _senses = startSenses(
    {
      mux,
      udid: device.udid,
      clock,
      onSign: (sign) => course.sign(sign),
      onEvidence: (evidence) => course.perceive(evidence),
      also,
    },
    signal,
  );
  while (!course.end) {
    await clock.sleep(LOOK_EVERY_MS, signal);
    await course.tick();
  }
}

/** A backup that another program made tells as much about iCloud as one of ours. */
async function tellVerdict(folder: string, emit: Emit, signal: AbortSignal): Promise<void> {
  const verdict = await icloudVerdict({ folder }, signal).catch(() => undefined);
  if (!verdict || verdict.standing === 'unknown') return;
  const standing = verdict.standing === 'failing' ? 'trouble' : 'fine';
  const { cause, evidence: _, paragraph: sentence, ...story } = verdict;
  const saying = { code: 'verdict', story, cause } as const;
  emit({ type: 'watch.told', standing, sentence, saying, lines: [] });
}
