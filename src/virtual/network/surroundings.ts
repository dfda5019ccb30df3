import { Broadcast } from '../broadcast.ts';

/** What can be wrong with the network that phone and computer are in, or with what is behind it. */
export const networkTroubles = [
  'no-way',
  'portal',
  'names-hidden',
  'names-silent',
  'hosts-refused',
  'hosts-resealed',
  'narrow',
  'lossy',
  'outage',
] as const;
export type NetworkTrouble = (typeof networkTroubles)[number];

/** The network around a phone, as it is now. */
export class Surroundings {
  readonly changed = new Broadcast<void>();
  readonly #troubles = new Set<NetworkTrouble>();

  has(trouble: NetworkTrouble): boolean {
    return this.#troubles.has(trouble);
  }

  set(trouble: NetworkTrouble, on: boolean): void {
    if (on) this.#troubles.add(trouble);
    else this.#troubles.delete(trouble);
    this.changed.emit();
  }
}
