/** The advisory lock on `/com.apple.itunes.lock_sync`, by which programs on the computer keep off each other. */
export class SyncLock {
  #holder: object | undefined;

  get held(): boolean {
    return this.#holder !== undefined;
  }

  /** True if `holder` has it now: it was free, or its own already. */
  take(holder: object): boolean {
    this.#holder ??= holder;
    return this.#holder === holder;
  }

  release(holder: object): void {
    if (this.#holder === holder) this.#holder = undefined;
  }

  /** A program that is not among the clients takes the lock, whoever held it, until disposed. */
  takeForAnother(): Disposable {
    const another = {};
    this.#holder = another;
    return { [Symbol.dispose]: () => this.release(another) };
  }
}
