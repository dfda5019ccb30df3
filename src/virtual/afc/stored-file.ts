/** A file's contents in memory: grows by doubling, so that many small writes stay cheap. */
export class StoredFile {
  #bytes: Buffer;
  #size: number;

  constructor(contents: Buffer = Buffer.alloc(0)) {
    this.#bytes = contents;
    this.#size = contents.length;
  }

  get size(): number {
    return this.#size;
  }

  read(position: number, count: number): Buffer {
    return this.#bytes.subarray(position, Math.min(position + count, this.#size));
  }

  write(position: number, bytes: Buffer): void {
    const end = position + bytes.length;
    this.#reserve(end);
    if (position > this.#size) this.#bytes.fill(0, this.#size, position);
    bytes.copy(this.#bytes, position);
    this.#size = Math.max(this.#size, end);
  }

  resize(size: number): void {
    this.#reserve(size);
    if (size > this.#size) this.#bytes.fill(0, this.#size, size);
    this.#size = size;
  }

  #reserve(capacity: number): void {
    if (capacity <= this.#bytes.length) return;
    const grown = Buffer.alloc(Math.max(capacity, this.#bytes.length * 2));
    this.#bytes.copy(grown, 0, 0, this.#size);
    this.#bytes = grown;
  }
}
