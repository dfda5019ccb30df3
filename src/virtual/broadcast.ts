/** One sender, any number of listeners, in the order they came. */
export class Broadcast<T> {
  readonly #listeners = new Set<(value: T) => void>();

  /** Listens until the returned handle is disposed. */
  subscribe(listener: (value: T) => void): Disposable {
    const own = (value: T): void => listener(value);
    this.#listeners.add(own);
    return { [Symbol.dispose]: () => this.#listeners.delete(own) };
  }

  /** Somebody listens. */
  get heard(): boolean {
    return this.#listeners.size > 0;
  }

  emit(value: T): void {
    for (const listener of [...this.#listeners]) listener(value);
  }
}
