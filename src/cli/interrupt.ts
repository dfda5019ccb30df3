/** Ctrl-C and termination: the first asks the run to end cleanly, a second one ends it at once. */
export class Interrupt implements Disposable {
  readonly #controller = new AbortController();
  readonly #onSignal: () => void;

  constructor() {
    this.#onSignal = () => {
      if (this.#controller.signal.aborted) process.exit(130);
      // Who sees nothing happen presses again.
      if (process.stderr.isTTY) process.stderr.write('\nStopping …\n');
      this.#controller.abort(new DOMException('interrupted', 'AbortError'));
    };
    process.on('SIGINT', this.#onSignal).on('SIGTERM', this.#onSignal);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  [Symbol.dispose](): void {
    process.off('SIGINT', this.#onSignal).off('SIGTERM', this.#onSignal);
  }
}
