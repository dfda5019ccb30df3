import { checkDestination, diskBytesOf, freeBytesOf, isSameDisk } from '../../vault/destination.ts';
import type { Situation } from '../situation.ts';
import { lastOf } from '../situation.ts';
import type { Probe } from './probe.ts';

/** The phone asks for more than it sends, and other programs write too … */
const NOTICEABLE_BYTES = 256e6;
/** … but of a small disk nobody can free as much. */
const NOTICEABLE_SHARE = 1 / 20;

export const destinationThere: Probe =
  async ({ plan, udid }) =>
  async (signal) => {
    const destination = await checkDestination(plan.destination, signal);
    if (plan.device === undefined || udid === undefined) return true;
    return await isSameDisk(destination, plan.device, udid);
  };

/** Room for what the phone asked for; where it named no figure, noticeably more than there was. */
export const destinationHasRoom = (async (situation: Pick<Situation, 'evidence' | 'plan'>) => {
  const { destination } = situation.plan;
  const before = await freeBytesOf(destination);
  const wanted = missingBytes(situation);
  const noticeable = Math.min(NOTICEABLE_BYTES, (await diskBytesOf(destination)) * NOTICEABLE_SHARE);
  const enough = before + (wanted ?? noticeable);
  return async () => (await freeBytesOf(destination)) >= enough;
}) satisfies Probe;

/** What must be freed beside what is free, as far as anybody said. */
export function missingBytes(situation: Pick<Situation, 'evidence'>): number | undefined {
  const short = lastOf(situation, 'destination.short');
  return (
    lastOf(situation, 'space.wanted')?.wantedBytes ??
    lastOf(situation, 'attempt.failed')?.wantedBytes ??
    lastOf(situation, 'log.wants-space')?.missingBytes ??
    (short && short.neededBytes - short.freeBytes)
  );
}
