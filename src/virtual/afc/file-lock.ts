/** An advisory lock on a file, as flock(2) has it: many readers or one writer, and nobody is made to wait. */
export class FileLock {
  #exclusive: object | undefined;
  readonly #shared = new Set<object>();

  /** False when somebody else is in the way. */
  takeExclusive(holder: object): boolean {
    const others = [...this.#shared].some((reader) => reader !== holder);
    if (others || (this.#exclusive && this.#exclusive !== holder)) return false;
    this.#exclusive = holder;
    return true;
  }

  /** False when somebody holds it exclusively. */
  takeShared(holder: object): boolean {
    if (this.#exclusive && this.#exclusive !== holder) return false;
    this.#exclusive = undefined;
    this.#shared.add(holder);
    return true;
  }

  release(holder: object): void {
    this.#shared.delete(holder);
    if (this.#exclusive === holder) this.#exclusive = undefined;
  }

  /** A program that is not among the clients has the lock, whoever held it, until disposed. */
  takeForAnother(): Disposable {
    const another = {};
    this.#shared.clear();
    this.#exclusive = another;
    return { [Symbol.dispose]: () => this.release(another) };
  }
}
