import { WireError } from '../errors.ts';
import {
  MAX_DEPTH,
  MAX_INTEGER,
  MIN_INTEGER,
  PLIST_EPOCH_SECONDS,
  type PlistArray,
  type PlistDict,
  type PlistValue,
  Real,
  Uid,
} from './value.ts';

const HEADER_BYTES = 8;
const TRAILER_BYTES = 32;

/** What one visit of an object weighs besides its payload: about what it costs in memory. */
const VISIT_WEIGHT = 16;

/**
 * Decodes a binary property list. Throws WireError 'wire.plist' for anything malformed, for sets, and for documents
 * that expand, through objects referred to again and again, to far more than their own size.
 */
export function decodeBinary(bytes: Uint8Array): PlistValue {
  return new BinaryReader(bytes).root();
}

class BinaryReader {
  readonly #bytes: Buffer;
  readonly #objectCount: number;
  readonly #offsetWidth: number;
  readonly #referenceWidth: number;
  readonly #tableOffset: number;
  readonly #top: number;
  /** Scalars already read, by reference, so that a shared one is one value. */
  readonly #scalars: PlistValue[] = [];
  #budget: number;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const trailer = this.#bytes.length - TRAILER_BYTES;
    if (trailer < HEADER_BYTES || this.#bytes.toString('latin1', 0, 7) !== 'bplist0')
      throw malformed('no bplist');
    this.#offsetWidth = this.#uint(trailer + 6, 1);
    this.#referenceWidth = this.#uint(trailer + 7, 1);
    this.#objectCount = this.#uint(trailer + 8, 8);
    this.#top = this.#uint(trailer + 16, 8);
    this.#tableOffset = this.#uint(trailer + 24, 8);
    if (!isWidth(this.#offsetWidth) || !isWidth(this.#referenceWidth))
      throw malformed('odd widths in the trailer');
    if (this.#tableOffset + this.#objectCount * this.#offsetWidth > trailer)
      throw malformed('offset table too long');
    this.#budget = 16 * 2 ** 20 + this.#bytes.length * 64;
  }

  root(): PlistValue {
    return this.#object(this.#top, 0);
  }

  #object(reference: number, depth: number): PlistValue {
    if (reference >= this.#objectCount) throw malformed('reference to no object');
    const known = this.#scalars[reference];
    this.#spend(VISIT_WEIGHT + weightOf(known));
    if (known !== undefined) return known;

    const offset = this.#uint(this.#tableOffset + reference * this.#offsetWidth, this.#offsetWidth);
    const marker = this.#uintBelowTable(offset, 1);
    const container = this.#container(marker, offset, depth);
    if (container !== undefined) return container;
    const scalar = this.#scalar(marker, offset);
    this.#scalars[reference] = scalar;
    return scalar;
  }

  #container(marker: number, offset: number, depth: number): PlistArray | PlistDict | undefined {
    const type = marker >> 4;
    if (type !== 0xa && type !== 0xd) return undefined;
    if (depth >= MAX_DEPTH)
      throw malformed(`nested deeper than ${MAX_DEPTH} levels, or a container holds itself`);
    const { count, start } = this.#head(marker, offset);
    return type === 0xa ? this.#array(start, count, depth) : this.#dict(start, count, depth);
  }

  #array(start: number, count: number, depth: number): PlistArray {
    this.#claim(start, count * this.#referenceWidth);
    const items: PlistValue[] = [];
    for (let i = 0; i < count; i++) items.push(this.#object(this.#reference(start, i), depth + 1));
    return items;
  }

  #dict(start: number, count: number, depth: number): PlistDict {
    this.#claim(start, 2 * count * this.#referenceWidth);
    const dict = new Map<string, PlistValue>();
    for (let i = 0; i < count; i++) {
      const key = this.#object(this.#reference(start, i), depth + 1);
      if (typeof key !== 'string') throw malformed('a key that is no string');
      dict.set(key, this.#object(this.#reference(start, count + i), depth + 1));
    }
    return dict;
  }

  #scalar(marker: number, offset: number): PlistValue {
    const width = 2 ** (marker & 0xf);
    switch (marker >> 4) {
      case 0x0:
        return this.#boolean(marker);
      case 0x1:
        return this.#integer(offset + 1, width);
      case 0x2:
        return new Real(this.#float(offset + 1, width));
      case 0x3:
        return this.#date(offset + 1, width);
      case 0x4:
        return this.#data(marker, offset, 1);
      case 0x5:
        return this.#ascii(marker, offset);
      case 0x6:
        return this.#data(marker, offset, 2).swap16().toString('utf16le');
      case 0x8:
        return new Uid(this.#uintBelowTable(offset + 1, (marker & 0xf) + 1));
      default:
        throw malformed(`an object of unknown type 0x${marker.toString(16)}`);
    }
  }

  #boolean(marker: number): boolean {
    if (marker !== 0x08 && marker !== 0x09) throw malformed('neither false nor true');
    return marker === 0x09;
  }

  /** 1, 2 and 4 bytes are unsigned, 8 and 16 signed. */
  #integer(start: number, width: number): number | bigint {
    if (width <= 4) return this.#uintBelowTable(start, width);
    if (width > 16) throw malformed('an integer of more than 16 bytes');
    this.#claim(start, width);
    const low = width === 8 ? this.#bytes.readBigInt64BE(start) : this.#bytes.readBigUInt64BE(start + 8);
    const value = width === 8 ? low : (this.#bytes.readBigInt64BE(start) << 64n) + low;
    if (value < MIN_INTEGER || value > MAX_INTEGER) throw malformed('an integer beyond 64 bits');
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : value;
  }

  #float(start: number, width: number): number {
    this.#claim(start, width);
    if (width === 4) return this.#bytes.readFloatBE(start);
    if (width === 8) return this.#bytes.readDoubleBE(start);
    throw malformed('a real of neither 4 nor 8 bytes');
  }

  #date(start: number, width: number): Date {
    const date = new Date(Math.round((this.#float(start, width) + PLIST_EPOCH_SECONDS) * 1000));
    if (Number.isNaN(date.getTime())) throw malformed('a date beyond all calendars');
    return date;
  }

  /** A copy, so that a small value does not keep the whole document in memory. */
  #data(marker: number, offset: number, unit: number): Buffer {
    const { start, end } = this.#payload(marker, offset, unit);
    return Buffer.from(this.#bytes.subarray(start, end));
  }

  #ascii(marker: number, offset: number): string {
    const { start, end } = this.#payload(marker, offset, 1);
    return this.#bytes.toString('latin1', start, end);
  }

  #payload(marker: number, offset: number, unit: number): { start: number; end: number } {
    const { count, start } = this.#head(marker, offset);
    this.#claim(start, count * unit);
    this.#spend(count * unit);
    return { start, end: start + count * unit };
  }

  /** The count of a string, data or container, and where its content starts. */
  #head(marker: number, offset: number): { count: number; start: number } {
    const count = marker & 0xf;
    if (count < 15) return { count, start: offset + 1 };
    const sizeMarker = this.#uintBelowTable(offset + 1, 1);
    if (sizeMarker >> 4 !== 0x1) throw malformed('a count that is no integer');
    const width = 2 ** (sizeMarker & 0xf);
    return { count: this.#uintBelowTable(offset + 2, width), start: offset + 2 + width };
  }

  #reference(start: number, index: number): number {
    return this.#uint(start + index * this.#referenceWidth, this.#referenceWidth);
  }

  #uintBelowTable(start: number, width: number): number {
    this.#claim(start, width);
    return this.#uint(start, width);
  }

  #uint(start: number, width: number): number {
    if (!isWidth(width)) throw malformed(`a number of ${width} bytes`);
    let value = 0;
    for (let i = start; i < start + width; i++) value = value * 256 + (this.#bytes[i] ?? 0);
    if (value > Number.MAX_SAFE_INTEGER) throw malformed('a number beyond 2^53');
    return value;
  }

  /** Objects lie between the header and the offset table, wholly. */
  #claim(start: number, length: number): void {
    if (start < HEADER_BYTES || start + length > this.#tableOffset)
      throw malformed('an object out of bounds');
  }

  #spend(weight: number): void {
    this.#budget -= weight;
    if (this.#budget < 0) throw malformed('far larger expanded than stored');
  }
}

function isWidth(width: number): boolean {
  return width >= 1 && width <= 8;
}

function weightOf(value: PlistValue | undefined): number {
  return typeof value === 'string' || value instanceof Uint8Array ? value.length : 0;
}

function malformed(what: string): WireError {
  return new WireError('wire.plist', `binary property list: ${what}`);
}
