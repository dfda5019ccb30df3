import { failureOf, type StoreFailure } from '../disk/store.ts';
import type { DiskThread } from '../disk/thread.ts';
import { type Arrival, type ArrivalHost, type Fate, SMALL_BYTES } from './arrival.ts';

const BATCH_BYTES = 2 * SMALL_BYTES;
/** An idle disk thread is given work as soon as there is this much: a message costs as much as some files. */
const WORTH_SENDING_FILES = 32;

/**
 * Small files on their way to the disk thread, copied one after the other into one piece of memory. While the thread
 * works the next batch gathers, so a slow disk gets large batches and a fast one is never left without work.
 */
export class SmallFiles {
  readonly #thread: DiskThread;
  readonly #root: string;
  readonly #host: Pick<ArrivalHost, 'landed'>;
  readonly #spare: ArrayBuffer[] = [];
  #arrivals: Arrival[] = [];
  #memory: Uint8Array<ArrayBuffer> | undefined;
  #filled = 0;
  #batches = 0;

  /** `root`: the folder the arrivals' places are in. */
  constructor(thread: DiskThread, root: string, host: Pick<ArrivalHost, 'landed'>) {
    this.#thread = thread;
    this.#root = root;
    this.#host = host;
  }

  add(arrival: Arrival, chunks: readonly Buffer[]): void {
    if (this.#filled + arrival.size > BATCH_BYTES) this.send();
    this.#memory ??= new Uint8Array(this.#spare.pop() ?? new ArrayBuffer(BATCH_BYTES));
    for (const chunk of chunks) {
      this.#memory.set(chunk, this.#filled);
      this.#filled += chunk.length;
    }
    this.#arrivals.push(arrival);
    if (this.#arrivals.length >= WORTH_SENDING_FILES) this.offer();
  }

  /** Gives the disk thread what was gathered, unless it is at work: then it gets more at once a little later. */
  offer(): void {
    if (this.#batches === 0) this.send();
  }

  /** Gives the disk thread what was gathered. */
  send(): void {
    if (!this.#memory) return;
    const arrivals = this.#arrivals;
    const { buffer } = this.#memory;
    this.#arrivals = [];
    this.#memory = undefined;
    this.#filled = 0;
    this.#batches += 1;
    void this.#store(arrivals, buffer).then((fates) => {
      this.#batches -= 1;
      this.offer();
      arrivals.forEach((arrival, index) => {
        this.#host.landed(arrival, fates.get(index) ?? 'whole', arrival.size);
      });
    });
  }

  /** The fates of those that did not become whole, by their number in the batch. */
  async #store(arrivals: readonly Arrival[], data: ArrayBuffer): Promise<Map<number, Fate>> {
    const names = arrivals.map(({ place }) => place).join('\n');
    const sizes = arrivals.map(({ size }) => size);
    try {
      const stored = await this.#thread.run('store', { root: this.#root, names, sizes, data }, [data]);
      this.#spare.push(stored.data);
      return new Map(stored.failures.map(fateOf));
    } catch (thrown) {
      const fate: Fate = { code: failureOf(thrown).code, cause: thrown };
      return new Map(arrivals.map((_, index) => [index, fate]));
    }
  }
}

function fateOf({ index, code, message }: StoreFailure): [number, Fate] {
  return [index, { code, cause: new Error(message) }];
}
