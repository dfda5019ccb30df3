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
    this.#reserve(width);
    this.#put(value, width);
  }

  uints(values: readonly number[], width: number): void {
    this.#reserve(values.length * width);
    for (const value of values) this.#put(value, width);
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

  /** Adds the text and says true; or, when it is not all ASCII, adds nothing. */
  tryAscii(text: string): boolean {
    this.#reserve(text.length);
    const buffer = this.#buffer;
    const start = this.#length;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code > 0x7f) return false;
      buffer[start + i] = code;
    }
    this.#length += text.length;
    return true;
  }

  utf16(value: string): void {
    this.#reserve(value.length * 2);
    const start = this.#length;
    this.#length += this.#buffer.write(value, start, 'utf16le');
    this.#buffer.subarray(start, this.#length).swap16();
  }

  /** Forgets what was added since the sink was `length` bytes long. */
  rewind(length: number): void {
    this.#length = length;
  }

  finish(): Buffer {
    return this.#buffer.subarray(0, this.#length);
  }

  #put(value: number, width: number): void {
    const buffer = this.#buffer;
    if (width === 8) {
      this.#put(Math.floor(value / 2 ** 32), 4);
      this.#put(value % 2 ** 32, 4);
      return;
    }
    for (let shift = (width - 1) * 8; shift >= 0; shift -= 8) buffer[this.#length++] = value >>> shift;
  }

  #reserve(count: number): void {
    const needed = this.#length + count;
    if (needed <= this.#buffer.length) return;
    const grown = Buffer.allocUnsafe(Math.max(needed, this.#buffer.length * 2));
    this.#buffer.copy(grown, 0, 0, this.#length);
    this.#buffer = grown;
  }
}
