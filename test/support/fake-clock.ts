import { type Clock, sleepOn } from '../../src/kit/clock.ts';

interface Timer {
  readonly at: number;
  readonly callback: () => void;
}

/** A clock that stands still until it is told to go on. */
export class FakeClock implements Clock {
  readonly #start: number;
  #ticks = 0;
  #timers: Timer[] = [];

  constructor(start = new Date('2026-01-01T00:00:00Z')) {
    this.#start = start.getTime();
  }

  now(): Date {
    return new Date(this.#start + this.#ticks);
  }

  ticks(): number {
    return this.#ticks;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return sleepOn(this, ms, signal);
  }

  after(ms: number, callback: () => void): Disposable {
    const timer = { at: this.#ticks + Math.max(0, ms), callback };
    this.#timers.push(timer);
    return {
      [Symbol.dispose]: () => {
        this.#timers = this.#timers.filter((other) => other !== timer);
      },
    };
  }

  /** Lets `ms` pass; timers fire in order, and what they wake runs before the next one fires. */
  async advance(ms: number): Promise<void> {
    const target = this.#ticks + ms;
    await settle();
    for (let next = this.#next(target); next; next = this.#next(target)) {
      this.#ticks = next.at;
      this.#timers = this.#timers.filter((timer) => timer !== next);
      next.callback();
      await settle();
    }
    this.#ticks = target;
  }

  #next(target: number): Timer | undefined {
    return this.#timers
      .filter((timer) => timer.at <= target)
      .reduce<Timer | undefined>(
        (first, timer) => (first && first.at <= timer.at ? first : timer),
        undefined,
      );
  }
}

/** Lets every promise that is ready run its course, I/O callbacks of this turn included. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
