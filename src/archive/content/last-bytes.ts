/** The last bytes of what comes in pieces. */
export class LastBytes {
  readonly #size: number;
  #bytes: Buffer = Buffer.alloc(0);

  constructor(size: number) {
    this.#size = size;
  }

  /** Copies what it keeps: pieces are overwritten by the next ones. */
  push(piece: Uint8Array): void {
    if (piece.length >= this.#size) this.#bytes = Buffer.from(piece.subarray(-this.#size));
    else this.#bytes = Buffer.concat([this.#bytes, piece]).subarray(-this.#size);
  }

  get bytes(): Buffer {
    return this.#bytes;
  }
}
