/** Ctrl-C and termination: the first asks the run to end cleanly, a second one ends it at once. */
export class Interrupt implements Disposable {
  readonly #controller = new AbortController();
  readonly #onSignal: () => void;

  constructor() {
    this.#onSignal = () => {
      if (this.#controller.signal.aborted) endAtOnce();
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

/**
 * Ends this process by the signal itself, which a shell tells as 130: `process.exit` would wait for its threads, and a
 * disk that hangs never gives them back. Nothing is lost by it: the earlier backup is untouched, what was received is kept.
 */
export function endAtOnce(): void {
  if (process.stderr.isTTY) process.stderr.write('\nStopped at once. No backup is harmed by that.\n');
  // Nothing else would leave the terminal as it was.
  if (process.stdin.isTTY) process.stdin.setRawMode(false);
  process.removeAllListeners('SIGINT');
  process.kill(process.pid, 'SIGINT');
}
