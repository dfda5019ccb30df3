import type { Clock } from '../kit/clock.ts';
import type { ToldEvent } from './event.ts';

/** What happened in one scenario, in its own seconds: what struck, and what the program said. */
export class Timeline {
  readonly told: { readonly at: number; readonly event: ToldEvent }[] = [];
  readonly struck: { readonly at: number; readonly what: string }[] = [];
  readonly #clock: Clock;
  readonly #speed: number;
  readonly #began: number;

  constructor(clock: Clock, speed: number) {
    this.#clock = clock;
    this.#speed = speed;
    this.#began = clock.ticks();
  }

  /** Seconds since the scenario began, as the phone and its owner live them. */
  get seconds(): number {
    return ((this.#clock.ticks() - this.#began) * this.#speed) / 1000;
  }

  strike(what: string): void {
    this.struck.push({ at: this.seconds, what });
  }

  tell(event: ToldEvent): void {
    this.told.push({ at: this.seconds, event });
  }
}
