import type { TrustedHost } from './trust.ts';

/** A port that lockdownd opened for one connection to a service. */
export interface Opening {
  readonly service: string;
  /** The computer that may come in, by TLS; undefined: anyone, in plain. */
  readonly host: TrustedHost | undefined;
}

const FIRST_PORT = 49152;
const PORTS = 65536 - FIRST_PORT;
/** Openings nobody came for are forgotten, oldest first. */
const MAX_OPEN = 1024;

/** The ports that StartService hands out: each for one connection, the next one every time. */
export class Ports {
  readonly #open = new Map<number, Opening>();
  #opened = 0;

  open(opening: Opening): number {
    const port = FIRST_PORT + (this.#opened % PORTS);
    this.#opened += 1;
    this.#open.set(port, opening);
    const [oldest] = this.#open.keys();
    if (this.#open.size > MAX_OPEN && oldest !== undefined) this.#open.delete(oldest);
    return port;
  }

  /** The opening behind a port, if there is one; it is then used up. */
  take(port: number): Opening | undefined {
    const opening = this.#open.get(port);
    this.#open.delete(port);
    return opening;
  }

  closeAll(): void {
    this.#open.clear();
  }
}
