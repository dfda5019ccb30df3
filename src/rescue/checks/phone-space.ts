import { sizeInWords } from '../../kit/amounts.ts';
import { DISK_USAGE_DOMAIN, diskUsageOf } from '../../phone/values.ts';
import { type Check, fine } from './check.ts';

/** For its snapshot and lists the phone needs room of its own; how much nobody has published. */
const SCARCE_BYTES = 1e9;
const LEAST_BYTES = 200e6;

/** A phone without room for its own working copies fails in odd ways. */
export const phoneSpace: Check = {
  id: 'phone-space',
  title: 'the room on the phone',
  requirements: ['B4', 'D1'],
  async look({ phone }, signal) {
    if (!phone) return undefined;
    const usage = diskUsageOf(await phone.domain(DISK_USAGE_DOMAIN, signal));
    const { available: availableBytes, capacity: capacityBytes } = usage;
    if (availableBytes === undefined || capacityBytes === undefined) return undefined;
    const evidence = {
      kind: 'phone.space',
      source: 'lockdown',
      facts: { availableBytes, capacityBytes },
    } as const;
    const left = `The phone has ${sizeInWords(availableBytes)} of ${sizeInWords(capacityBytes)} free`;
    if (availableBytes >= SCARCE_BYTES) return fine(`${left}.`, evidence);
    return {
      standing: availableBytes < LEAST_BYTES ? 'person' : 'note',
      sentence: `${left}: little for the copies it makes while it is backed up.`,
      next: 'Free some space on it: Settings > General > iPhone Storage shows what takes most.',
      evidence: [evidence],
    };
  },
};
