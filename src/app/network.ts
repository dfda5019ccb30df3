import { randomUUID } from 'node:crypto';
import { networkPlaces } from '../host/network/places.ts';
import type { Clock } from '../kit/clock.ts';
import type { Evidence } from '../kit/evidence.ts';
import type { RunEvent } from '../kit/run-event.ts';
import { lookAtNetwork } from '../rescue/network/look-at-network.ts';
import { seeNetworkThrough } from '../rescue/network/see-network-through.ts';
import { changesFile } from './changes-file.ts';
import { encryptionNotes } from './encryption-notes.ts';
import { explain } from './explain.ts';
import { localMux } from './local-mux.ts';
import { runStream } from './run-stream.ts';
import { stateFolder } from './state-folder.ts';

export interface NetworkRequest {
  /** A place that takes uploads by PUT, chosen by the person; without one the upload rate is not measured. */
  readonly uploadTo?: string | undefined;
  /** Wait for what passes by itself, and ask for the rest, until nothing is in the way. */
  readonly mend: boolean;
  /** How long a person, and Apple, are waited for; undefined: as long as each step may take. */
  readonly waitForPersonMs?: number | undefined;
  readonly run?: string;
}

/**
 * Looks at the network this computer is in, as far as iCloud backups need it, names what is in the way, and sees it mended
 * where that is wanted. No phone is needed: what is measured is this computer's own way, which in the same Wi-Fi the phone
 * shares from the router on. Ends with `run.finished`.
 */
export function network(
  { uploadTo, mend, waitForPersonMs, run = randomUUID() }: NetworkRequest,
  clock: Clock,
  signal: AbortSignal,
): AsyncGenerator<RunEvent> {
  const look = (now: AbortSignal) => networkNow(uploadTo, clock, now);
  const means = { clock, explain, changes: changesFile(), encryptionNotes: encryptionNotes() };
  return runStream(
    run,
    clock,
    (emit, abort) => {
      const request = { mux: localMux(clock), destination: '.', full: false, waitForPersonMs };
      return seeNetworkThrough(run, { look, mend }, request, { ...means, emit }, abort);
    },
    signal,
  );
}

/** One look, as evidence. Takes some seconds. */
export function networkNow(
  uploadTo: string | undefined,
  clock: Clock,
  signal: AbortSignal,
): Promise<Evidence[]> {
  const places = networkPlaces();
  const upload = uploadTo ?? places.upload;
  return lookAtNetwork({ places: { ...places, upload }, folder: stateFolder(), clock }, signal);
}
