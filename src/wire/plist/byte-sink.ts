/** A buffer that grows as bytes are added to it. */
export class ByteSink {
  #buffer: Buffer;
  #length = 0;

  /** @param capacity bytes expected; more are taken as needed */
  constructor(capacity: number) {
    this.#buffer = Buffer.allocUnsafe(capacity);
  }

  get length(): number {
    return this.#length;
  }

  byte(value: number): void {
    this.#reserve(1);
    this.#buffer[this.#length++] = value;
  }

  /** An unsigned big-endian number of 1, 2, 4 or 8 bytes, at most 2^53. */
  uint(value: number, width: number): void {
    if (width === 8) {
      this.uint(Math.floor(value / 2 ** 32), 4);
      this.uint(value % 2 ** 32, 4);
      return;
    }
    this.#reserve(width);
    for (let shift = (width - 1) * 8; shift >= 0; shift -= 8) this.#buffer[this.#length++] = value >>> shift;
  }

  int64(value: bigint): void {
    this.#reserve(8);
    this.#length = this.#buffer.writeBigUInt64BE(BigInt.asUintN(64, value), this.#length);
  }

  double(value: number): void {
    this.#reserve(8);
    this.#length = this.#buffer.writeDoubleBE(value, this.#length);
  }

  bytes(value: Uint8Array): void {
    this.#reserve(value.length);
    this.#buffer.set(value, this.#length);
    this.#length += value.length;
  }

  ascii(value: string): void {
    this.#reserve(value.length);
    this.#length += this.#buffer.write(value, this.#length, 'latin1');
  }

  utf16(value: string): void {
    this.#reserve(value.length * 2);
    const start = this.#length;
    this.#length += this.#buffer.write(value, start, 'utf16le');
    this.#buffer.subarray(start, this.#length).swap16();
  }

  finish(): Buffer {
    return this.#buffer.subarray(0, this.#length);
  }

  #reserve(count: number): void {
    const needed = this.#length + count;
    if (needed <= this.#buffer.length) return;
    const grown = Buffer.allocUnsafe(Math.max(needed, this.#buffer.length * 2));
    this.#buffer.copy(grown, 0, 0, this.#length);
    this.#buffer = grown;
  }
}
