import { randomUUID } from 'node:crypto';
import type { Clock } from '../kit/clock.ts';
import { isAbort } from '../kit/errors.ts';
import type { Emit, Outcome, RunEvent } from '../kit/run-event.ts';
import { withTimeLimit } from '../kit/signals.ts';
import { PhoneError } from '../phone/errors.ts';
import type { MuxDevice } from '../phone/mux-device.ts';
import { openPhone, type PhoneLink } from '../phone/session.ts';
import type { Usbmux } from '../phone/usbmux.ts';
import { findPhone } from '../rescue/find-phone.ts';
import { backupSettingsSense, cloudLogSense } from '../rescue/senses/cloud-log.ts';
import { startSenses } from '../rescue/senses/start-senses.ts';
import { explain } from './explain.ts';
import { localMux } from './local-mux.ts';
import { runStream } from './run-stream.ts';
import { LineBlot } from './watch/blot-line.ts';
import { CloudCourse } from './watch/cloud-course.ts';
import { watchWords } from './words/watch-words.ts';

export interface WatchRequest {
  readonly udid?: string | undefined;
  /** Where usbmuxd listens, if not where the environment or the system says. */
  readonly usbmuxd?: string;
  /** The folder into which another program on this computer writes its backups. */
  readonly to?: string | undefined;
  /** A failing iCloud backup ends the watch at once, for something else is to be done then. */
  readonly endsOnFailure?: boolean;
}

const CONNECT_LIMIT_MS = 15_000;
const LOOK_EVERY_MS = 1000;

/**
 * Follows a backup that Thaw does not make: the phone's own to iCloud. Tells what is seen, names what is in the way, asks
 * for what may help, and sees whether it did. Ends when the backup is finished, when nothing is left to be asked, or with
 * its signal, and always with `run.finished`. Changes nothing on the phone.
 */
export function watch(request: WatchRequest, clock: Clock, signal: AbortSignal): AsyncGenerator<RunEvent> {
  return runStream(randomUUID(), clock, (emit, abort) => watched(request, clock, emit, abort), signal);
}

async function watched(request: WatchRequest, clock: Clock, emit: Emit, signal: AbortSignal): Promise<void> {
  const began = clock.ticks();
  let course: CloudCourse | undefined;
  const finish = (outcome: Outcome, cause: string | null): void => {
    const seconds = (clock.ticks() - began) / 1000;
    if (course) {
      const sentence = watchWords.summary(seconds, course.summary);
      emit({
        type: 'watch.told',
        standing: outcome === 'needs-person' ? 'trouble' : 'fine',
        sentence,
        lines: [],
      });
    }
    const remedies = course?.tried ?? [];
    const rest = { skipped: [], backup: null, previous: 'none', seconds } as const;
    emit({ type: 'run.finished', outcome, cause, remedies, ...rest });
  };
  try {
    emit({ type: 'run.started', destination: '', resumedBytes: 0 });
    emit({ type: 'phase.changed', phase: 'connecting' });
    const mux = localMux(clock, request.usbmuxd);
    const device = await findPhone(mux, request.udid, signal);
    const { name, productType } = await introduce({ mux, device, clock }, signal);
    const blot = new LineBlot(name);
    course = new CloudCourse({
      clock,
      emit,
      blot,
      productType,
      endsOnFailure: request.endsOnFailure ?? false,
    });
    await follow(course, mux, device, clock, signal);
    finish(course.end?.outcome ?? 'cancelled', course.end?.cause ?? null);
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

/** Who the phone is; a first session shows that it trusts this computer. */
async function introduce(
  link: PhoneLink,
  signal: AbortSignal,
): Promise<{ name: string; productType: string }> {
  const silent = () => new PhoneError('phone.silent', 'the phone does not answer');
  const open = (limited: AbortSignal) => openPhone(link, limited);
  await using phone = await withTimeLimit(link.clock, CONNECT_LIMIT_MS, silent, open, signal);
  return phone.info;
}

/** Until the course has come to its end. */
async function follow(
  course: CloudCourse,
  mux: Usbmux,
  { udid }: MuxDevice,
  clock: Clock,
  signal: AbortSignal,
): Promise<void> {
  await using _senses = startSenses(
    {
      mux,
      udid,
      clock,
      onSign: (sign) => course.sign(sign),
      onEvidence: (evidence) => course.perceive(evidence),
      also: [
        cloudLogSense((line) => course.hear(line)),
        backupSettingsSense((settings) => course.settings(settings)),
      ],
    },
    signal,
  );
  while (!course.end) {
    await clock.sleep(LOOK_EVERY_MS, signal);
    course.tick();
  }
}
