import type { Clock } from '../kit/clock.ts';

/** How long people are waited for: without a budget as long as each step may take, else never longer in all. */
export class Patience {
  readonly #clock: Clock;
  #leftMs: number;
  #waitingSince: number | undefined;

  constructor(clock: Clock, budgetMs: number | undefined) {
    this.#clock = clock;
    this.#leftMs = budgetMs ?? Number.POSITIVE_INFINITY;
  }

  /** What is left for a step that may take `ms`. */
  of(ms: number): number {
    const running = this.#waitingSince === undefined ? 0 : this.#clock.ticks() - this.#waitingSince;
    return Math.max(0, Math.min(ms, this.#leftMs - running));
  }

  /** A person is waited for from now on. */
  begin(): void {
    this.#waitingSince ??= this.#clock.ticks();
  }

  end(): void {
    if (this.#waitingSince !== undefined) this.#leftMs -= this.#clock.ticks() - this.#waitingSince;
    this.#waitingSince = undefined;
  }
}
