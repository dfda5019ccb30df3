import { bootPhones } from '../host/recovery/boot-phones.ts';
import { phonesOnBus } from '../host/usb/on-bus.ts';
import { powerOnlyPorts } from '../host/usb/power-only.ts';
import type { Trouble } from '../remedies/situation.ts';
import type { Course } from './course.ts';
import { isMeant } from './find-phone.ts';

/** What the phone's absence or refusal may have to do with the mode it is in. */
const ABOUT_MODE =
  /^(?:phone\.(?:none|absent|gone|recovery|dfu|restoring|not-listening)|mux\.absent|backup\.link-lost)$/;

/** Which system runs on the phone, as far as the bus and its doorkeeper tell. */
export async function lookAtMode(course: Course, { code = '' }: Trouble, signal: AbortSignal): Promise<void> {
  if (!ABOUT_MODE.test(code)) return;
  if (code === 'phone.restoring') return tellMode(course, 'restore');
  if (code === 'phone.not-listening') {
    course.found({ kind: 'phone.starting', source: 'lockdown', facts: { seconds: course.attemptSeconds } });
    return;
  }
  const udid = course.reached?.udid ?? course.request.udid;
  const mode = (await bootPhones(signal)).find((phone) => isMeant(phone, udid))?.mode;
  if (mode) return tellMode(course, mode);
  if (code !== 'phone.none' && code !== 'phone.absent' && code !== 'mux.absent') return;
  const [ports, phones] = await Promise.all([powerOnlyPorts(signal), phonesOnBus(signal)]);
  if (ports > 0 && phones.length === 0)
    course.found({ kind: 'link.power-only', source: 'computer', facts: { ports } });
}

function tellMode(course: Course, mode: 'restore' | 'recovery' | 'dfu'): void {
  course.found({ kind: 'phone.mode', source: mode === 'restore' ? 'lockdown' : 'computer', facts: { mode } });
}
