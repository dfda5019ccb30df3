import { bootPhones } from '../host/recovery/boot-phones.ts';
import type { BootModePhone } from '../host/recovery/boot-serial.ts';
import { phonesOnBus } from '../host/usb/on-bus.ts';
import { powerOnlyPorts } from '../host/usb/power-only.ts';
import { isPhoneError } from '../phone/errors.ts';
import { attachedNow, withLockdown } from '../remedies/reach-phone.ts';
import type { Situation, Trouble } from '../remedies/situation.ts';
import { until } from '../remedies/wait.ts';
import type { Course } from './course.ts';
import { isMeant } from './find-phone.ts';
import { lostLinkCodes } from './lost-link.ts';

/** What the phone's absence or refusal may have to do with the mode it is in. */
const ABOUT_MODE = /^(?:phone\.(?:none|absent|power-only|recovery|dfu|restoring|not-listening)|mux\.absent)$/;
const UNSEEN: ReadonlySet<string> = new Set(['phone.none', 'phone.absent', 'phone.power-only', 'mux.absent']);
/** From a lost link until the phone shows what it has become. */
const COMES_BACK_MS = 6000;

/** Which system runs on the phone, as far as the bus and its doorkeeper tell. */
export async function lookAtMode(course: Course, trouble: Trouble, signal: AbortSignal): Promise<void> {
  const { code = '' } = trouble;
  const isLost = lostLinkCodes.has(code);
  if (!isLost && !ABOUT_MODE.test(code)) return;
  if (code === 'phone.restoring') return tellMode(course, 'restore');
  if (code === 'phone.not-listening') return tellStarting(course);
  const mode = isLost ? await modeAfterLoss(course, trouble, signal) : await modeNow(course, signal);
  if (mode === 'starting') return tellStarting(course);
  if (mode) return tellMode(course, mode);
  if (!isLost && !UNSEEN.has(code)) return;
  const [ports, phones] = await Promise.all([powerOnlyPorts(signal), phonesOnBus(signal)]);
  if (ports > 0 && phones.length === 0)
    course.found({ kind: 'link.power-only', source: 'computer', facts: { ports } });
}

async function modeNow(course: Course, signal: AbortSignal): Promise<BootModePhone['mode'] | undefined> {
  const udid = course.reached?.udid ?? course.request.udid;
  return (await bootPhones(signal)).find((phone) => isMeant(phone, udid))?.mode;
}

/** A phone that falls into another mode is away for a moment first, and back before anything in it listens. */
async function modeAfterLoss(
  course: Course,
  trouble: Trouble,
  signal: AbortSignal,
): Promise<BootModePhone['mode'] | 'starting' | undefined> {
  const situation = course.situation(trouble, () => false);
  let mode: BootModePhone['mode'] | 'starting' | undefined;
  const shows = async (now: AbortSignal): Promise<boolean> => {
    if (await attachedNow(situation, now)) {
      if (await isRefused(situation, now)) mode = 'starting';
      return true;
    }
    mode = await modeNow(course, now);
    return mode !== undefined;
  };
  await until(situation, COMES_BACK_MS, shows, signal);
  return mode;
}

async function isRefused(situation: Situation, signal: AbortSignal): Promise<boolean> {
  try {
    await withLockdown(situation, (lockdown, limited) => lockdown.queryType(limited), signal);
    return false;
  } catch (thrown) {
    return isPhoneError(thrown, 'phone.not-listening');
  }
}

function tellStarting(course: Course): void {
  course.found({ kind: 'phone.starting', source: 'lockdown', facts: { seconds: course.attemptSeconds } });
}

/** Out of recovery or DFU: whoever did one of these has left it once. */
const WAYS_OUT: ReadonlySet<string> = new Set(['leave-recovery', 'restart-from-boot']);

function tellMode(course: Course, mode: 'restore' | 'recovery' | 'dfu'): void {
  const again = course.remedies.results.some(({ id, result }) => WAYS_OUT.has(id) && result === 'no-effect');
  course.found({
    kind: 'phone.mode',
    source: mode === 'restore' ? 'lockdown' : 'computer',
    facts: { mode, ...(again && { again }) },
  });
}
