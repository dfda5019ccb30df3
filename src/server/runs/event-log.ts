import type { PageEvent, RunHappening } from '../contract/events.ts';

/** A night of progress, one a second. Beyond it the older half keeps one of five. */
const MOST_EVENTS = 40_000;
const KEPT_OF_OLD = 5;

/** What happened in a run, numbered from 1 in order; whoever listens may leave and come back at any number. */
export class EventLog {
  #events: PageEvent[] = [];
  #last = 0;
  #closed = false;
  readonly #waiting = new Set<() => void>();

  /** The number of the newest. */
  get last(): number {
    return this.#last;
  }

  get closed(): boolean {
    return this.#closed;
  }

  add(event: RunHappening): PageEvent {
    this.#last += 1;
    const numbered: PageEvent = { ...event, number: this.#last };
    this.#events.push(numbered);
    if (this.#events.length > MOST_EVENTS) this.#thinOut();
    this.#wake();
    return numbered;
  }

  /** Nothing more comes. */
  close(): void {
    this.#closed = true;
    this.#wake();
  }

  /** Every event with a greater number, as it comes; ends when the log is closed and all is told, or by the signal. */
  async *after(number: number, signal: AbortSignal): AsyncGenerator<PageEvent, void, undefined> {
    let told = number;
    for (;;) {
      for (const event of this.#since(told)) {
        if (signal.aborted) return;
        told = event.number;
        yield event;
      }
      if (signal.aborted || (this.#closed && told >= this.#last)) return;
      if (told >= this.#last) await this.#more(signal);
    }
  }

  /** Those with a greater number that are there now. */
  #since(number: number): readonly PageEvent[] {
    let [low, high] = [0, this.#events.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#events[middle]?.number ?? 0) <= number) low = middle + 1;
      else high = middle;
    }
    return this.#events.slice(low);
  }

  #more(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const go = (): void => {
        this.#waiting.delete(go);
        signal.removeEventListener('abort', go);
        resolve();
      };
      this.#waiting.add(go);
      signal.addEventListener('abort', go, { once: true });
    });
  }

  #wake(): void {
    for (const go of [...this.#waiting]) go();
  }

  #thinOut(): void {
    const half = MOST_EVENTS / 2;
    this.#events = this.#events.filter(
      (event, index) => index > half || !isProgress(event) || event.number % KEPT_OF_OLD === 0,
    );
  }
}

export function isProgress({ type }: RunHappening): boolean {
  return type === 'progress' || type === 'verify.progress' || type === 'work.progress';
}
