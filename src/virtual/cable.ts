import { Broadcast } from './broadcast.ts';

interface Link {
  readonly service: string;
  readonly cut: AbortController;
}

/** The link is gone: cable out, phone off, or the program behind it dead. */
export class LinkCut extends Error {
  override readonly name = 'LinkCut';
}

/** The way from the phone to the computer, and every connection that runs over it. */
export class Cable {
  /** Told after the phone appeared to or vanished from the computer. */
  readonly changed = new Broadcast<boolean>();
  /** What the link carries at most, each way; undefined: as fast as it goes. */
  bytesPerSecond: number | undefined;
  /** Set before the first connection when `bytesPerSecond` may ever be: pacing has its price. */
  mayBeSlow = false;
  #plugged = true;
  #up = true;
  readonly #links = new Set<Link>();

  /** True while the computer sees the phone. */
  get connected(): boolean {
    return this.#plugged && this.#up;
  }

  plug(): void {
    this.#change(() => {
      this.#plugged = true;
    });
  }

  unplug(): void {
    this.#change(() => {
      this.#plugged = false;
    });
  }

  /** The phone's end: its USB device is there when iOS runs. */
  set up(up: boolean) {
    this.#change(() => {
      this.#up = up;
    });
  }

  /** Enters one connection to a service; its signal aborts when the link is cut. Dispose it when it has ended. */
  carry(service: string): Disposable & { readonly signal: AbortSignal } {
    const link: Link = { service, cut: new AbortController() };
    this.#links.add(link);
    return { signal: link.cut.signal, [Symbol.dispose]: () => this.#links.delete(link) };
  }

  /** True while a computer is connected to the service. */
  carries(service: string): boolean {
    return [...this.#links].some((link) => link.service === service);
  }

  /** Cuts the connections to one service, or all. */
  cut(service?: string): void {
    for (const link of [...this.#links]) {
      if (service !== undefined && link.service !== service) continue;
      this.#links.delete(link);
      link.cut.abort(new LinkCut(`the connection to ${link.service} was cut`));
    }
  }

  #change(apply: () => void): void {
    const before = this.connected;
    apply();
    if (this.connected === before) return;
    if (!this.connected) this.cut();
    this.changed.emit(this.connected);
  }
}
