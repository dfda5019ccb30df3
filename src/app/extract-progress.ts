import type { Clock } from '../kit/clock.ts';

export interface ExtractProgress {
  readonly type: 'progress';
  readonly done: number;
  readonly of: number;
  readonly bytes: number;
  readonly ofBytes: number;
  readonly bytesPerSecond: number;
  readonly secondsLeft?: number;
}

/** Nobody reads faster. */
const EVERY_MS = 250;
/** Before this a forecast would be a guess. */
const FORECAST_AFTER_MS = 2000;

/** Tells how far the work is: not more often than people read, and at the end. */
export class ProgressMeter {
  readonly #clock: Clock;
  readonly #tell: (progress: ExtractProgress) => void;
  readonly #started: number;
  #told = Number.NEGATIVE_INFINITY;
  #of = 0;
  #ofBytes = 0;
  #done = 0;
  #bytes = 0;

  constructor(clock: Clock, tell: (progress: ExtractProgress) => void) {
    this.#clock = clock;
    this.#tell = tell;
    this.#started = clock.ticks();
  }

  plan(items: number, bytes: number): void {
    this.#of += items;
    this.#ofBytes += bytes;
  }

  advance(items: number, bytes: number): void {
    this.#done += items;
    this.#bytes += bytes;
    const now = this.#clock.ticks();
    if (now - this.#told < EVERY_MS && this.#done !== this.#of) return;
    this.#told = now;
    this.#tell({ type: 'progress', ...this.#progress(now - this.#started) });
  }

  #progress(ms: number): Omit<ExtractProgress, 'type'> {
    const share = this.#ofBytes > 0 ? this.#bytes / this.#ofBytes : this.#done / Math.max(1, this.#of);
    const left = ms < FORECAST_AFTER_MS || share <= 0 ? undefined : (ms / share - ms) / 1000;
    return {
      done: this.#done,
      of: this.#of,
      bytes: this.#bytes,
      ofBytes: this.#ofBytes,
      bytesPerSecond: ms > 0 ? Math.round((this.#bytes * 1000) / ms) : 0,
      ...(left !== undefined && { secondsLeft: Math.max(0, Math.round(left)) }),
    };
  }
}
