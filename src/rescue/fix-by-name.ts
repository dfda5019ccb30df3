import { RecoveryError } from '../host/recovery/errors.ts';
import { isPhoneError } from '../phone/errors.ts';
import { byConsent } from '../remedies/by-consent.ts';
import { modeSteps } from '../remedies/mode-steps.ts';
import { remedies } from '../remedies/remedies.ts';
import type { Remedy } from '../remedies/remedy.ts';
import type { Situation, Trouble } from '../remedies/situation.ts';
import { workOf } from './at-work.ts';
import { Course } from './course.ts';
import { findPhone } from './find-phone.ts';
import type { Fix } from './fix.ts';

import type { RescueMeans, RescueRequest } from './request.ts';

/** What a person may ask for by its own name, whatever the diagnosis says. */
const askable: readonly Remedy[] = [
  ...byConsent,
  ...modeSteps,
  ...remedies.filter(({ id }) =>
    ['leave-recovery', 'restart-from-boot', 'force-restart', 'restart-phone'].includes(id),
  ),
];

export const askableNames: readonly string[] = askable.map(({ id }) => id);

/** The remedy of that name, where a person may ask for it. */
export function askableNamed(name: string): Remedy | undefined {
  return askable.find(({ id }) => id === name);
}

/** What takes a person's words: the remedies that may erase, and breaking off what may be an update. */
export type Permitted = 'erase' | 'reinstall' | 'break-off-start';

/**
 * Applies the one remedy that was asked for. `permit` is asked before anything that may do harm, and throws where it may
 * not be done. Rejects with `phone.none` and its like where no phone can be seen in any mode, and with what the remedy failed of.
 */
export async function fixByName(
  remedy: Remedy,
  request: RescueRequest,
  means: RescueMeans,
  permit: (what: Permitted, phone: Pick<Situation, 'udid'>) => Promise<void>,
  signal: AbortSignal,
): Promise<Fix> {
  const course = new Course('fix', request, means, signal);
  const { trouble, known } = await whatIsThere(course, signal);
  const situation = { ...course.situation(trouble, () => false), ...known };
  if (remedy.may?.(situation) === false) return { cause: undefined, remedy: undefined, applied: undefined };
  if (trouble.code === undefined) await assertFree(remedy, situation, permit, signal);
  if (remedy.id === 'erase' || remedy.id === 'reinstall') await permit(remedy.id, situation);
  course.begin(remedy, situation);
  try {
    const applied = await remedy.apply(situation, signal);
    course.remedies.judge(applied === 'done' ? 'helped' : applied);
    return { cause: undefined, remedy, applied };
  } catch (thrown) {
    course.remedies.judge('failed');
    throw thrown;
  }
}

/** Broken off now, an update or a restore may leave a phone that does not start any more. */
async function assertFree(
  remedy: Remedy,
  situation: Situation,
  permit: (what: Permitted, phone: Pick<Situation, 'udid'>) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const work = await workOf(situation, signal);
  if (work === undefined) return;
  if (work === 'starting' && remedy.risk !== 'erases') return await permit('break-off-start', situation);
  throw new RecoveryError('recovery.at-work', `the phone is ${work}`);
}

/** A phone that runs no iOS is no obstacle here: it is what most of these remedies are for. */
async function whatIsThere(
  course: Course,
  signal: AbortSignal,
): Promise<{ readonly trouble: Trouble; readonly known: Pick<Situation, 'udid' | 'productType'> }> {
  const { mux, udid } = course.request;
  const base = { kind: 'ended', phase: 'connecting' } as const;
  try {
    const device = await findPhone(mux, udid, signal);
    return {
      trouble: { ...base, code: undefined, facts: {} },
      known: { udid: device.udid, productType: undefined },
    };
  } catch (thrown) {
    if (!isPhoneError(thrown, 'phone.recovery', 'phone.dfu')) throw thrown;
    const { udid: own, productType } = thrown.facts;
    return {
      trouble: { ...base, code: thrown.code, facts: thrown.facts },
      known: { udid: textOr(own, udid), productType: textOr(productType, undefined) },
    };
  }
}

function textOr(fact: unknown, otherwise: string | undefined): string | undefined {
  return typeof fact === 'string' ? fact : otherwise;
}
