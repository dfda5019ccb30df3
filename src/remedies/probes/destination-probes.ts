import { checkDestination, freeBytesOf, isSameDisk } from '../../vault/destination.ts';
import type { Situation } from '../situation.ts';
import { lastOf } from '../situation.ts';
import type { Probe } from './probe.ts';

/** The phone asks for more than it sends, and other programs write too. */
const AT_LEAST_BYTES = 256e6;

export const destinationThere: Probe =
  async ({ plan, udid }) =>
  async (signal) => {
    const destination = await checkDestination(plan.destination, signal);
    if (plan.device === undefined || udid === undefined) return true;
    return await isSameDisk(destination, plan.device, udid);
  };

/** Room for what the phone asked for; where it named no figure, noticeably more than there was. */
export const destinationHasRoom: Probe = async (situation) => {
  const { destination } = situation.plan;
  const before = await freeBytesOf(destination);
  const wanted = missingBytes(situation);
  const enough = before + (wanted ?? AT_LEAST_BYTES);
  return async () => (await freeBytesOf(destination)) >= enough;
};

/** What must be freed beside what is free, as far as anybody said. */
export function missingBytes(situation: Situation): number | undefined {
  const short = lastOf(situation, 'destination.short');
  return (
    lastOf(situation, 'space.wanted')?.wantedBytes ??
    lastOf(situation, 'attempt.failed')?.wantedBytes ??
    lastOf(situation, 'log.wants-space')?.missingBytes ??
    (short && short.neededBytes - short.freeBytes)
  );
}
