import { CloudError } from '../../cloud/errors.ts';
import { parseSystemStatus, type SystemStatus } from '../../cloud/system-status.ts';
import { measureNetwork } from '../../host/network/measure.ts';
import type { NetworkPlaces } from '../../host/network/places.ts';
import { statusDocument } from '../../host/network/status-document.ts';
import { type Clock, systemClock } from '../../kit/clock.ts';
import type { Evidence } from '../../kit/evidence.ts';
import { type AppleWord, networkEvidence } from './network-evidence.ts';

export interface NetworkLooking {
  readonly places: NetworkPlaces;
  /** Where Apple's status is kept between looks. */
  readonly folder: string;
  readonly clock: Clock;
}

/**
 * Looks at this computer's way to the Internet and to Apple, and reads Apple's own word, for some seconds. That Apple's word
 * cannot be had stops nothing. Rejects only with the signal's reason.
 */
export async function lookAtNetwork(looking: NetworkLooking, signal: AbortSignal): Promise<Evidence[]> {
  const { places, clock } = looking;
  const [measure, apple] = await Promise.all([
    // However much faster a phone of the lab lives, the network does not.
    measureNetwork(places, systemClock, signal),
    applesWord(looking, signal),
  ]);
  return networkEvidence(measure, apple, clock.now().toISOString());
}

/** Undefined when Apple cannot be reached, or its document has a form that nobody knows: then nothing is known. */
export async function applesWord(
  { places, folder, clock }: NetworkLooking,
  signal: AbortSignal,
): Promise<AppleWord | undefined> {
  const isOne = (bytes: Uint8Array): boolean => parsed(bytes) !== undefined;
  const document = await statusDocument(
    { url: places.status, folder, isOne, freshMinutes: places.statusFreshMinutes },
    clock,
    signal,
  );
  const status = document && parsed(document.bytes);
  return status && { status, minutesOld: document.minutesOld };
}

function parsed(bytes: Uint8Array): SystemStatus | undefined {
  try {
    return parseSystemStatus(bytes);
  } catch (thrown) {
    if (thrown instanceof CloudError) return undefined;
    throw thrown;
  }
}
