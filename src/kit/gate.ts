/** A gate in a stream: whoever carries the stream asks at each step, and waits while it is closed. */
export class Gate {
  #open: PromiseWithResolvers<void> | undefined;
  #holders = 0;

  /** Undefined: go on. A promise: wait for it. */
  pressure(): Promise<void> | undefined {
    return this.#open?.promise;
  }

  /** Closes it until the handle is disposed; it opens when nobody holds it closed any more. */
  close(): Disposable {
    this.#holders += 1;
    this.#open ??= Promise.withResolvers<void>();
    let held = true;
    return {
      [Symbol.dispose]: () => {
        if (!held) return;
        held = false;
        this.#holders -= 1;
        if (this.#holders > 0) return;
        this.#open?.resolve();
        this.#open = undefined;
      },
    };
  }
}
