import { isAbort } from '../kit/errors.ts';
import { isPhoneError } from '../phone/errors.ts';
import { Lockdown } from '../phone/lockdown.ts';
import { attachedNow } from '../remedies/reach-phone.ts';
import type { Trouble } from '../remedies/situation.ts';
import type { Course } from './course.ts';

const ABOUT_PAIRING = /^phone\.(?:tls|not-trusted|trust-|session-lost|supervised|storage)/;

/** Is there a pair record, does the phone accept it, and does the protected connection hold? */
export async function lookAtPairing(course: Course, trouble: Trouble, signal: AbortSignal): Promise<void> {
  if (!ABOUT_PAIRING.test(trouble.code ?? '')) return;
  const { mux } = course.request;
  const { clock } = course.means;
  const device = await attachedNow(
    course.situation(trouble, () => false),
    signal,
  );
  if (!device) return;
  const record = await mux.readPairRecord(device.udid, signal);
  if (!record) {
    course.found({ kind: 'pairing.record', source: 'usbmux', facts: { here: false, accepted: false } });
    return;
  }
  await using lockdown = await Lockdown.open(mux, device.deviceId, clock, signal);
  try {
    await lockdown.startSession(record, signal);
    course.found({ kind: 'pairing.record', source: 'lockdown', facts: { here: true, accepted: true } });
  } catch (thrown) {
    if (isAbort(thrown, signal)) throw thrown;
    const broken = isPhoneError(thrown, 'phone.tls');
    // The handshake comes after the phone has accepted the record.
    course.found({ kind: 'pairing.record', source: 'lockdown', facts: { here: true, accepted: broken } });
    if (!broken) return;
    const { certificate } = thrown.facts;
    const shown = certificate === 'phone' || certificate === 'other' ? certificate : 'none';
    course.found({
      kind: 'tls.broken',
      source: 'lockdown',
      facts: { recordAccepted: true, certificate: shown },
    });
  }
}
