import { WireError } from '../errors.ts';

/** Bytes of a typedstream, read from the front. Throws WireError 'wire.typedstream' at their end. */
export class TypedCursor {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  peek(): number {
    this.#need(1);
    return this.#bytes[this.#at] ?? 0;
  }

  byte(): number {
    const byte = this.peek();
    this.#at += 1;
    return byte;
  }

  take(length: number): Buffer {
    if (length < 0) throw damaged('a negative length');
    this.#need(length);
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  /** A small number is its own byte; 81, 82 and 87 announce two, four and eight bytes, little-endian. */
  integer(): number | bigint {
    const head = this.byte();
    switch (head) {
      case 0x81:
        return this.take(2).readInt16LE();
      case 0x82:
        return this.take(4).readInt32LE();
      case 0x87:
        return narrow(this.take(8).readBigInt64LE());
      default:
        return (head << 24) >> 24;
    }
  }

  length(): number {
    const length = this.integer();
    if (typeof length === 'bigint') throw damaged('an impossible length');
    // Lengths are unsigned, but are written like any integer.
    return length < 0 ? length + 0x10000 : length;
  }

  /** 83 announces the raw bytes of a float; a whole number is written as an integer. */
  float(width: 4 | 8): number {
    if (this.peek() !== 0x83) return Number(this.integer());
    this.byte();
    const raw = this.take(width);
    return width === 4 ? raw.readFloatLE() : raw.readDoubleLE();
  }

  #need(length: number): void {
    if (this.#at + length > this.#bytes.length) throw damaged('it ends too early');
  }
}

export function damaged(why: string): WireError {
  return new WireError('wire.typedstream', `typedstream: ${why}`);
}

function narrow(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}
