/** A rate that fell, in bytes a second. */
export interface RateFall {
  readonly bytesPerSecond: number;
  readonly beforeBytesPerSecond: number;
}

/** A rate is what came in so much time; less says more about single files than about the link. */
const WINDOW_SECONDS = 30;
/** So many windows at a rate make it the usual one. */
const USUAL_WINDOWS = 2;
/** Large files and small ones go at rates that differ by less. */
const FALL = 1 / 8;

/** Follows how fast data comes, and sees when it comes much slower than it did. No clock: every call brings the ticks. */
export class RateWatch {
  #since: number | undefined;
  #bytes = 0;
  #usual: number[] = [];
  #told = false;

  /** `bytes`: received in this attempt so far; fewer than before begin it anew. Gives a fall once, as it is seen. */
  see(bytes: number, ticks: number): RateFall | undefined {
    if (this.#since === undefined || bytes < this.#bytes) return this.restart(bytes, ticks);
    const seconds = (ticks - this.#since) / 1000;
    if (seconds < WINDOW_SECONDS) return undefined;
    const rate = (bytes - this.#bytes) / seconds;
    this.#since = ticks;
    this.#bytes = bytes;
    return this.#judge(rate);
  }

  /** Whatever came before tells nothing of what comes now: another attempt, another phase, a pause that was wanted. */
  restart(bytes: number, ticks: number): undefined {
    this.#since = ticks;
    this.#bytes = bytes;
    this.#usual = [];
    this.#told = false;
  }

  #judge(rate: number): RateFall | undefined {
    const usual =
      this.#usual.length < USUAL_WINDOWS ? undefined : Math.min(...this.#usual.slice(-USUAL_WINDOWS));
    // Nothing at all is silence, which the watch itself judges.
    if (rate === 0) return undefined;
    if (usual === undefined || rate > usual * FALL) {
      this.#usual.push(rate);
      this.#told = false;
      return undefined;
    }
    if (this.#told) return undefined;
    this.#told = true;
    return { bytesPerSecond: Math.round(rate), beforeBytesPerSecond: Math.round(usual) };
  }
}
