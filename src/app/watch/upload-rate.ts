import type { Clock } from '../../kit/clock.ts';

/** Below this a gigabyte takes three hours. */
const SLOW_BYTES_PER_SECOND = 100_000;
/** Over a shorter time a rate is chance. */
const LEAST_MS = 60_000;

/** How fast what is handed over grows, from one line that tells it to the next. */
export class UploadRate {
  readonly #clock: Clock;
  #from: { readonly bytes: number; readonly at: number } | undefined;
  #rate = 0;
  #slowTold = false;
  #isSlow = false;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Bytes a second, 0 when it cannot be told yet. */
  of(bytes: number): number {
    const at = this.#clock.ticks();
    this.#isSlow = false;
    if (!this.#from || bytes < this.#from.bytes) this.#from = { bytes, at };
    const ms = at - this.#from.at;
    if (ms > 0 && bytes > this.#from.bytes) {
      this.#rate = Math.round(((bytes - this.#from.bytes) / ms) * 1000);
      if (ms >= LEAST_MS && this.#rate < SLOW_BYTES_PER_SECOND && !this.#slowTold) {
        this.#slowTold = true;
        this.#isSlow = true;
      }
      this.#from = { bytes, at };
    }
    return this.#rate;
  }

  /** True once: the last figure shows that it is slow. */
  get isSlow(): boolean {
    return this.#isSlow;
  }
}
