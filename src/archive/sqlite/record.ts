import type { DamagedFile } from './damaged-file.ts';

/** A value of a record as SQLite stores it. */
export type Stored = null | number | bigint | string | Buffer;

export interface SqliteRecord {
  readonly values: readonly Stored[];
  /** False when a page that continued it was missing or made no sense: its last values are then cut. */
  readonly whole: boolean;
}

/** A blob that SQLite takes at most, and far more than a phone's. */
const MAX_PAYLOAD_BYTES = 64 * 1024 * 1024;
const MAX_COLUMNS = 2000;

/** A variable-length number and the place behind it; undefined when it runs out of the page. */
export function varint(page: Buffer, at: number): { value: number; next: number } | undefined {
  let value = 0n;
  for (let i = 0; i < 9; i += 1) {
    const byte = page[at + i];
    if (byte === undefined) return undefined;
    if (i === 8) return { value: Number(BigInt.asIntN(64, (value << 8n) | BigInt(byte))), next: at + 9 };
    value = (value << 7n) | BigInt(byte & 0x7f);
    if (byte < 0x80) return { value: Number(value), next: at + i + 1 };
  }
  return undefined;
}

/** The serial types of the record whose header begins here; undefined when there is no such header. */
function serialTypes(page: Buffer, at: number): { types: number[]; headBytes: number } | undefined {
  const head = varint(page, at);
  if (!head || head.value < 2 || head.value > MAX_COLUMNS) return undefined;
  const types: number[] = [];
  let place = head.next;
  while (place < at + head.value) {
    const type = varint(page, place);
    if (!type || type.value < 0 || type.value === 10 || type.value === 11) return undefined;
    types.push(type.value);
    place = type.next;
  }
  return place === at + head.value ? { types, headBytes: head.value } : undefined;
}

/** Reads the record whose header begins at this place of a page; follows the pages that continue it. */
export function readRecord(file: DamagedFile, page: Buffer, at: number): SqliteRecord | undefined {
  const head = serialTypes(page, at);
  if (!head) return undefined;
  const bytes = head.headBytes + head.types.reduce((sum, type) => sum + lengthOf(type), 0);
  if (bytes > MAX_PAYLOAD_BYTES) return undefined;
  const payload = payloadOf(file, page, at, bytes);
  if (!payload) return undefined;
  const values: Stored[] = [];
  let place = head.headBytes;
  for (const type of head.types) {
    values.push(valueAs(type, payload.subarray(place, place + lengthOf(type))));
    place += lengthOf(type);
  }
  return { values, whole: payload.length === bytes };
}

/** All bytes of a record, fewer when a page of its chain is missing; undefined when it does not fit its page. */
function payloadOf(file: DamagedFile, page: Buffer, at: number, bytes: number): Buffer | undefined {
  const local = localBytes(file.usableBytes, bytes);
  const end = Math.min(file.usableBytes, page.length);
  if (at + local > end) return undefined;
  const parts = [page.subarray(at, at + local)];
  let left = bytes - local;
  if (left > 0 && at + local + 4 > end) return undefined;
  let next = left > 0 ? page.readUInt32BE(at + local) : 0;
  while (left > 0) {
    const more = file.page(next);
    if (!more) break;
    const part = more.subarray(4, Math.min(4 + left, file.usableBytes));
    parts.push(part);
    left -= part.length;
    next = more.readUInt32BE(0);
  }
  return Buffer.concat(parts);
}

/** How much of a table's record lies in its own page. */
function localBytes(usable: number, payload: number): number {
  if (payload <= usable - 35) return payload;
  const least = Math.trunc(((usable - 12) * 32) / 255) - 23;
  const wanted = least + ((payload - least) % (usable - 4));
  return wanted <= usable - 35 ? wanted : least;
}

const INTEGER_BYTES = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0] as const;

function lengthOf(type: number): number {
  return INTEGER_BYTES[type] ?? (type - (type % 2 === 0 ? 12 : 13)) / 2;
}

function valueAs(type: number, bytes: Buffer): Stored {
  if (type === 0) return null;
  if (type === 8 || type === 9) return type - 8;
  if (type >= 12) return type % 2 === 0 ? bytes : bytes.toString('utf8');
  if (bytes.length < lengthOf(type)) return null;
  if (type === 7) return bytes.readDoubleBE(0);
  if (type === 6) {
    const value = bytes.readBigInt64BE(0);
    return BigInt(Number(value)) === value ? Number(value) : value;
  }
  return bytes.readIntBE(0, lengthOf(type));
}
