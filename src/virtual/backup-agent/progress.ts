import type { Phase } from '../fault.ts';
import type { VirtualPhone } from '../phone.ts';

/** Where in the whole operation, in percent, the moving of bytes begins and ends. */
const SENDING_FROM = 2;
const SENDING_TO = 90;

/** How far one conversation has come: what the computer is told, and where the scenario's faults may strike. */
export class Progress {
  /** Bytes of file contents that crossed in this conversation. */
  bytesSent = 0;
  /** Of all bytes that are to cross. */
  totalBytes = 0;
  readonly #phone: VirtualPhone;
  readonly #signal: AbortSignal;
  #phase: Phase = 'connecting';
  #file = 0;
  #path: string | undefined;
  #percent = 0;

  constructor(phone: VirtualPhone, signal: AbortSignal) {
    this.#phone = phone;
    this.#signal = signal;
  }

  /** What the phone tells the computer. */
  get told(): number {
    return this.#phone.percentToTell(this.#percent);
  }

  /** Begins a phase, at so many percent. */
  async enter(phase: Phase, percent = this.#percent): Promise<void> {
    this.#phase = phase;
    this.#percent = percent;
    await this.step();
  }

  /** The agent took a step. Waits, or throws, if a fault strikes here. */
  async step(): Promise<void> {
    const point = {
      phase: this.#phase,
      bytesSent: this.bytesSent,
      file: this.#file,
      percent: this.#percent,
      ...(this.#path !== undefined && { path: this.#path }),
    };
    await this.#phone.faults.pass(point, this.#signal);
  }

  /** Takes the next file in hand. */
  async nextFile(path: string): Promise<void> {
    this.#file += 1;
    this.#path = path;
    await this.step();
  }

  /** More bytes of a file crossed. */
  async sent(bytes: number): Promise<void> {
    this.bytesSent += bytes;
    const share = Math.min(1, this.bytesSent / Math.max(1, this.totalBytes));
    this.#percent = SENDING_FROM + (SENDING_TO - SENDING_FROM) * share;
    await this.step();
  }
}
