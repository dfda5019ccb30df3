import { localMux } from '../../app/local-mux.ts';
import { pairPhone } from '../../app/pair.ts';
import type { PhonePlace } from './phone-places.ts';

/** Phones that ask their owners now whether to trust this computer. */
export class Pairings {
  readonly #waiting = new Set<string>();

  isWaiting(udid: string): boolean {
    return this.#waiting.has(udid);
  }

  /** Resolves with true as soon as the phone asks, with false when it trusts already. Rejects when it cannot be asked. */
  async begin(udid: string, { usbmuxd, clock }: PhonePlace, life: AbortSignal): Promise<boolean> {
    if (this.#waiting.has(udid)) return true;
    this.#waiting.add(udid);
    const asks = Promise.withResolvers<true>();
    const pairing = pairPhone(localMux(clock, usbmuxd), udid, clock, () => asks.resolve(true), life).finally(
      () => this.#waiting.delete(udid),
    );
    // Once the phone asks, its card tells what came of it.
    return await Promise.race([asks.promise, pairing.then(() => false)]);
  }
}
