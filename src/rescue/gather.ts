import { isAbort } from '../kit/errors.ts';
import { answers, attachedNow } from '../remedies/reach-phone.ts';
import type { Trouble } from '../remedies/situation.ts';
import { until } from '../remedies/wait.ts';
import type { Course } from './course.ts';
import { lookAtComputer, lookAtFiles } from './look-at-computer.ts';
import { lookAtMode } from './look-at-mode.ts';
import { lookAtPairing } from './look-at-pairing.ts';
import { lookAtState } from './look-at-state.ts';
import { lostLinkCodes } from './lost-link.ts';
import { lookWithSenses } from './senses-of-course.ts';
import { failureFacts } from './trouble.ts';

/** usbmuxd may tell of a pulled cable a moment after the connections broke. */
const NEWS_MS = 300;
/** One that comes back within this tells by it, and by whether it started anew, why it was gone. */
const BACK_MS = 6000;

/** Adds to the evidence whatever the trouble itself says, and what can be asked about it now. */
export async function gather(course: Course, trouble: Trouble, signal: AbortSignal): Promise<void> {
  if (trouble.kind === 'ended')
    course.found({ kind: 'attempt.failed', source: 'backup-protocol', facts: failureFacts(course, trouble) });
  if (trouble.kind === 'noticed' && course.evidence.some(({ kind }) => kind === 'destination.write-failed'))
    await lookAtFiles(course).catch(() => undefined);
  if (trouble.kind === 'waiting' || trouble.kind === 'noticed') return;
  await findPhone(course, signal);
  await Promise.all(
    [
      lookWithSenses(course, signal),
      lookAtLink(course, trouble, signal),
      lookAtMode(course, trouble, signal),
      lookAtPairing(course, trouble, signal),
      lookAtState(course, trouble, signal),
      lookAtComputer(course, trouble, signal),
    ].map((look) => look?.catch((thrown: unknown) => passAbort(thrown, signal))),
  );
}

function passAbort(thrown: unknown, signal: AbortSignal): void {
  if (isAbort(thrown, signal)) throw thrown;
}

/** Which phone it is about, when the attempt did not get as far as to learn it. */
async function findPhone(course: Course, signal: AbortSignal): Promise<void> {
  if (course.reached) return;
  const wanted = course.situation(
    { kind: 'ended', phase: 'connecting', code: undefined, facts: {} },
    () => false,
  );
  const device = await attachedNow(wanted, signal);
  if (!device) return;
  const { udid, deviceId, connection } = device;
  course.reached = { udid, deviceId, connection, productType: undefined };
}

/** Whether the phone left the bus, or only the daemon behind the connection is gone. */
async function lookAtLink(course: Course, trouble: Trouble, signal: AbortSignal): Promise<void> {
  if (trouble.kind !== 'ended' || !lostLinkCodes.has(trouble.code ?? '') || !course.reached) return;
  const { clock } = course.means;
  await clock.sleep(NEWS_MS, signal);
  const situation = course.situation(trouble, () => false);
  const device = await attachedNow(situation, signal);
  const { deviceId, connection } = course.reached;
  if (device?.deviceId !== deviceId) {
    if (!device)
      await until(
        situation,
        BACK_MS,
        async (now) => (await attachedNow(situation, now)) !== undefined,
        signal,
      );
    const kind = connection === 'network' ? 'wifi.lost' : 'link.detached';
    if (!course.sawDetached(deviceId)) course.found({ kind, source: 'usbmux', facts: { deviceId } });
    return;
  }
  if (connection === 'network') {
    // Over the air nothing tells a daemon that died from a connection that did; its crash report does.
    course.found({ kind: 'wifi.broke', source: 'usbmux', facts: { deviceId } });
    return;
  }
  course.found({ kind: 'link.steady', source: 'usbmux', facts: { seconds: course.attemptSeconds } });
  if (await answers(situation, signal))
    course.found({ kind: 'daemon.gone', source: 'lockdown', facts: { phase: trouble.phase } });
}
