import { WireError } from '../errors.ts';
import { ByteSink } from './byte-sink.ts';
import { type Container, ObjectTable, type TableEntry } from './object-table.ts';
import {
  MAX_INTEGER,
  MIN_INTEGER,
  PLIST_EPOCH_SECONDS,
  type PlistInput,
  type Real,
  type Uid,
} from './value.ts';

/**
 * A binary property list (`bplist00`), numbers and references as narrow as they go. Integers above 2^63-1 take 16
 * bytes and negative ones 8, as Apple writes them. Throws WireError 'wire.plist' for what a property list cannot
 * hold: a fractional or unsafe number outside {@link Real}, an integer beyond 64 bits, nesting beyond 128 levels.
 */
export function encodeBinary(value: PlistInput): Buffer {
  const { entries } = new ObjectTable(value);
  const referenceWidth = widthOf(entries.length - 1);
  const sink = new ByteSink(64 + entries.length * 24);
  sink.tryAscii('bplist00');

  const offsets = entries.map((entry) => {
    const offset = sink.length;
    writeEntry(sink, entry, referenceWidth);
    return offset;
  });

  const tableOffset = sink.length;
  const offsetWidth = widthOf(tableOffset);
  sink.uints(offsets, offsetWidth);
  sink.bytes(Buffer.from([0, 0, 0, 0, 0, 0, offsetWidth, referenceWidth]));
  sink.uint(entries.length, 8);
  sink.uint(0, 8);
  sink.uint(tableOffset, 8);
  return sink.finish();
}

function writeEntry(sink: ByteSink, entry: TableEntry, referenceWidth: number): void {
  if (typeof entry === 'string') writeString(sink, entry);
  else if (typeof entry === 'number') writeNumber(sink, entry);
  else if (typeof entry === 'boolean') sink.byte(entry ? 0x09 : 0x08);
  else if (typeof entry === 'bigint') writeBigInt(sink, entry);
  else if (entry instanceof Date) writeDate(sink, entry);
  else if (entry instanceof Uint8Array) writeData(sink, entry);
  else if (entry.kind === 'container') writeContainer(sink, entry, referenceWidth);
  else if (entry.kind === 'uid') writeUid(sink, entry);
  else writeReal(sink, entry);
}

function writeString(sink: ByteSink, text: string): void {
  const start = sink.length;
  writeHead(sink, 0x50, text.length);
  if (sink.tryAscii(text)) return;
  sink.rewind(start);
  writeHead(sink, 0x60, text.length);
  sink.utf16(text);
}

function writeNumber(sink: ByteSink, value: number): void {
  if (!Number.isSafeInteger(value)) {
    throw new WireError('wire.plist', `${value} is no safe integer: wrap it in Real, or use a bigint`);
  }
  if (value >= 0) writeUnsigned(sink, value);
  else writeBigInt(sink, BigInt(value));
}

function writeBigInt(sink: ByteSink, value: bigint): void {
  if (value < MIN_INTEGER || value > MAX_INTEGER)
    throw new WireError('wire.plist', 'an integer beyond 64 bits');
  if (value >= 0n && value <= Number.MAX_SAFE_INTEGER) {
    writeUnsigned(sink, Number(value));
    return;
  }
  const needsSign = value >= 2n ** 63n;
  sink.byte(needsSign ? 0x14 : 0x13);
  if (needsSign) sink.int64(0n);
  sink.int64(value);
}

function writeUid(sink: ByteSink, uid: Uid): void {
  if (!Number.isSafeInteger(uid.value) || uid.value < 0)
    throw new WireError('wire.plist', `${uid.value} is no UID`);
  const width = widthOf(uid.value);
  sink.byte(0x80 | (width - 1));
  sink.uint(uid.value, width);
}

function writeReal(sink: ByteSink, real: Real): void {
  sink.byte(0x23);
  sink.double(real.value);
}

function writeDate(sink: ByteSink, date: Date): void {
  if (Number.isNaN(date.getTime())) throw new WireError('wire.plist', 'an invalid date');
  sink.byte(0x33);
  sink.double(date.getTime() / 1000 - PLIST_EPOCH_SECONDS);
}

function writeData(sink: ByteSink, data: Uint8Array): void {
  writeHead(sink, 0x40, data.length);
  sink.bytes(data);
}

function writeContainer(sink: ByteSink, container: Container, referenceWidth: number): void {
  const { keys, items } = container;
  writeHead(sink, keys === undefined ? 0xa0 : 0xd0, items.length);
  if (keys !== undefined) sink.uints(keys, referenceWidth);
  sink.uints(items, referenceWidth);
}

/** The marker byte with its count, or with 15 and the count as an integer object behind it. */
function writeHead(sink: ByteSink, marker: number, count: number): void {
  if (count < 15) {
    sink.byte(marker | count);
    return;
  }
  sink.byte(marker | 15);
  writeUnsigned(sink, count);
}

function writeUnsigned(sink: ByteSink, value: number): void {
  const width = widthOf(value);
  sink.byte(0x10 | Math.log2(width));
  sink.uint(value, width);
}

function widthOf(value: number): 1 | 2 | 4 | 8 {
  if (value < 2 ** 8) return 1;
  if (value < 2 ** 16) return 2;
  return value < 2 ** 32 ? 4 : 8;
}
