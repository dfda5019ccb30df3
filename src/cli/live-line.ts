import { fit } from './fit.ts';
import { printable } from './printable.ts';

/** In a pipe, progress comes as a line now and then, not as a picture. */
const PIPE_EVERY_MS = 10_000;

/** Where lines go; the terminal's width where it is one. */
export interface Screen {
  write(text: string): void;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

/** Lines, and below them on a terminal one calm line that changes. */
export class LiveLine implements Disposable {
  readonly #screen: Screen;
  readonly #ticks: () => number;
  #live = false;
  #toldAt: number;

  /** `ticks`: milliseconds that never go back. */
  constructor(screen: Screen, ticks: () => number) {
    this.#screen = screen;
    this.#ticks = ticks;
    this.#toldAt = ticks();
  }

  /** A line that stays. */
  line(text: string): void {
    this.#clear();
    this.#screen.write(`${fit(printable(text), this.#screen)}\n`);
  }

  /** How far it is: in place of what was said before, or in a pipe every ten seconds. */
  progress(text: string): void {
    if (this.#screen.isTTY) {
      this.#clear();
      // A terminal that does not know its width says 0.
      this.#screen.write(printable(text).slice(0, (this.#screen.columns || 80) - 1));
      this.#live = true;
      return;
    }
    if (this.#ticks() - this.#toldAt < PIPE_EVERY_MS) return;
    this.#toldAt = this.#ticks();
    this.line(text);
  }

  [Symbol.dispose](): void {
    this.#clear();
  }

  #clear(): void {
    if (this.#live) this.#screen.write('\r\u001b[2K');
    this.#live = false;
  }
}
