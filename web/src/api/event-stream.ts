const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 5_000;

export interface StreamListener {
  /** One event's data; `number` is its place in the stream, 0 where the stream has none. */
  readonly onData: (data: string, number: number) => void;
  /** Whether the server can be heard. */
  readonly onHeard: (heard: boolean) => void;
}

/**
 * Listens to a stream of server-sent events of one name until disposed. After a loss of any kind (a reload of the server, a
 * sleep of the computer) it goes on after the last event it gave out, and gives none twice.
 */
export class EventStream implements Disposable {
  readonly #address: (after: number) => string;
  readonly #names: readonly string[];
  readonly #listener: StreamListener;
  #source: EventSource | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #wait = FIRST_RETRY_MS;
  #after: number;
  #ended = false;

  /** `names` are the events listened to; an event named `end` says that nothing more will come. */
  constructor(
    address: (after: number) => string,
    names: readonly string[],
    listener: StreamListener,
    after = 0,
  ) {
    this.#address = address;
    this.#names = names;
    this.#listener = listener;
    this.#after = after;
    this.#open();
    window.addEventListener('online', this.#again);
    window.addEventListener('pageshow', this.#again);
  }

  #open(): void {
    const source = new EventSource(this.#address(this.#after));
    this.#source = source;
    source.onopen = () => {
      this.#wait = FIRST_RETRY_MS;
      this.#listener.onHeard(true);
    };
    source.onerror = () => this.#lost(source);
    const take = (event: MessageEvent<string>): void => {
      const number = Number(event.lastEventId);
      if (number > 0 && number <= this.#after) return;
      if (number > 0) this.#after = number;
      this.#listener.onData(event.data, number);
    };
    for (const name of this.#names) source.addEventListener(name, take);
    source.addEventListener('end', () => {
      this.#ended = true;
      source.close();
    });
  }

  /** The browser's own retry gives up on any answer but 200, so ours is used throughout. */
  #lost(source: EventSource): void {
    source.close();
    if (this.#ended || source !== this.#source) return;
    this.#listener.onHeard(false);
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.#open(), this.#wait);
    this.#wait = Math.min(this.#wait * 2, LAST_RETRY_MS);
  }

  /** The network or the computer woke up: no need to wait any longer. */
  readonly #again = (): void => {
    if (this.#ended || this.#source?.readyState === EventSource.OPEN) return;
    clearTimeout(this.#retry);
    this.#source?.close();
    this.#open();
  };

  [Symbol.dispose](): void {
    this.#ended = true;
    clearTimeout(this.#retry);
    this.#source?.close();
    window.removeEventListener('online', this.#again);
    window.removeEventListener('pageshow', this.#again);
  }
}
