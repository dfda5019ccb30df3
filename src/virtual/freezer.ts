import { abortable } from '../kit/signals.ts';

/** Whether the phone hangs. */
export class Freezer {
  #thawed: PromiseWithResolvers<void> | undefined;

  get frozen(): boolean {
    return this.#thawed !== undefined;
  }

  /** Nothing answers any more until disposed. */
  freeze(): Disposable {
    this.#thawed ??= Promise.withResolvers<void>();
    return { [Symbol.dispose]: () => this.#thaw() };
  }

  /** Resolves when the phone does not hang: at once, mostly. */
  async thawed(signal: AbortSignal): Promise<void> {
    if (this.#thawed) await abortable(this.#thawed.promise, signal);
  }

  #thaw(): void {
    this.#thawed?.resolve();
    this.#thawed = undefined;
  }
}
