import type { Clock } from '../../kit/clock.ts';

/** Where a phone is reached, and how fast it lives. */
export interface PhonePlace {
  /** The usbmuxd's address; undefined for this computer's own. */
  readonly usbmuxd: string | undefined;
  readonly clock: Clock;
  /** Undefined for a real one. */
  readonly virtual: VirtualIphone | undefined;
}

/** Virtual iPhones behind a usbmuxd of their own; disposing it takes them away. */
export interface VirtualIphone extends AsyncDisposable {
  readonly address: string;
  readonly udids: readonly string[];
  /** Of the time it lives in. */
  readonly clock: Clock;
  /** Its owner does now what a guided step asks for, or a step of the owner's own; false when there is no such. */
  act(udid: string, step: string): boolean;
}

/** What starts virtual iPhones, handed in by whoever starts the server. */
export interface VirtualIphones {
  scenarios(): Promise<
    readonly { readonly id: string; readonly name: string; readonly description: string }[]
  >;
  /** Rejects with `page.no-virtual` for a scenario there is none of. `nth`: another phone than the earlier ones. */
  start(scenario: string | undefined, nth: number): Promise<VirtualIphone>;
}

/** All places where phones may be: this computer's own usbmuxd, and virtual ones. */
export class PhonePlaces implements AsyncDisposable {
  readonly #own: PhonePlace;
  #virtual: readonly (PhonePlace & { readonly virtual: VirtualIphone })[] = [];

  constructor(clock: Clock, usbmuxd: string | undefined) {
    this.#own = { usbmuxd, clock, virtual: undefined };
  }

  get all(): readonly PhonePlace[] {
    return [this.#own, ...this.#virtual];
  }

  get own(): PhonePlace {
    return this.#own;
  }

  get virtual(): readonly VirtualIphone[] {
    return this.#virtual.map(({ virtual }) => virtual);
  }

  of(udid: string): PhonePlace {
    return this.#virtual.find(({ virtual }) => virtual.udids.includes(udid)) ?? this.#own;
  }

  add(virtual: VirtualIphone): void {
    this.#virtual = [...this.#virtual, { usbmuxd: virtual.address, clock: virtual.clock, virtual }];
  }

  async removeVirtual(): Promise<void> {
    const gone = this.#virtual;
    this.#virtual = [];
    await Promise.all(gone.map(({ virtual }) => virtual[Symbol.asyncDispose]()));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.removeVirtual();
  }
}
