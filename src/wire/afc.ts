import type { ByteReader } from '../kit/byte-reader.ts';
import { WireError } from './errors.ts';

/** Operations of Apple File Conduit (libimobiledevice src/afc.h); an answer is `status`, `data` or an `…Result`. */
export const AfcOperation = {
  status: 1,
  data: 2,
  readDirectory: 3,
  truncate: 7,
  removePath: 8,
  makeDirectory: 9,
  fileInfo: 0x0a,
  deviceInfo: 0x0b,
  fileOpen: 0x0d,
  fileOpenResult: 0x0e,
  fileRead: 0x0f,
  fileWrite: 0x10,
  fileSeek: 0x11,
  fileTell: 0x12,
  fileTellResult: 0x13,
  fileClose: 0x14,
  fileSetSize: 0x15,
  renamePath: 0x18,
  fileLock: 0x1b,
  makeLink: 0x1c,
  setModificationTime: 0x1e,
  removePathAndContents: 0x22,
} as const;

/** Answers to an operation that failed, and 0 for one that did not. */
export const AfcStatus = {
  ok: 0,
  unknown: 1,
  badArgument: 7,
  notFound: 8,
  isDirectory: 9,
  permissionDenied: 10,
  notSupported: 15,
  exists: 16,
  noSpace: 18,
  wouldBlock: 19,
  ioError: 20,
  notEmpty: 33,
} as const;

/** How a file is opened. */
export const AfcMode = { read: 1, readWrite: 2, write: 3, writeRead: 4, append: 5, readAppend: 6 } as const;

/** Locks on an open file, numbered as flock(2) with LOCK_NB. */
export const AfcLock = { shared: 5, exclusive: 6, unlock: 12 } as const;

export interface AfcPacket {
  /** Counted by the client and echoed in the answer, or libimobiledevice gives up. */
  readonly number: bigint;
  readonly operation: number;
  /** The operation's own fields: handles, modes, NUL-terminated paths. */
  readonly data: Buffer;
  /** File contents, when there are any. */
  readonly payload: Buffer;
}

const MAGIC = Buffer.from('CFA6LPAA');
const HEADER_BYTES = 40;
/** Clients read and write in pieces of 64 KiB to 1 MiB. */
const MAX_PACKET_BYTES = 16 * 1024 * 1024;
const EMPTY = Buffer.alloc(0);

/** The packet in one buffer: magic, then u64le whole length, length without payload, number, operation. */
export function encodeAfcPacket(packet: {
  readonly number: bigint;
  readonly operation: number;
  readonly data?: Uint8Array;
  readonly payload?: Uint8Array;
}): Buffer {
  const data = packet.data ?? EMPTY;
  const payload = packet.payload ?? EMPTY;
  const header = Buffer.allocUnsafe(HEADER_BYTES);
  MAGIC.copy(header);
  header.writeBigUInt64LE(BigInt(HEADER_BYTES + data.length + payload.length), 8);
  header.writeBigUInt64LE(BigInt(HEADER_BYTES + data.length), 16);
  header.writeBigUInt64LE(packet.number, 24);
  header.writeBigUInt64LE(BigInt(packet.operation), 32);
  return Buffer.concat([header, data, payload]);
}

/** The next packet; rejects with `wire.afc` when it is not one. */
export async function readAfcPacket(reader: ByteReader, signal?: AbortSignal): Promise<AfcPacket> {
  const header = await reader.read(HEADER_BYTES, signal);
  if (!header.subarray(0, MAGIC.length).equals(MAGIC)) throw new WireError('wire.afc', 'not an AFC packet');
  const whole = Number(header.readBigUInt64LE(8));
  const withoutPayload = Number(header.readBigUInt64LE(16));
  if (withoutPayload < HEADER_BYTES || whole < withoutPayload || whole > MAX_PACKET_BYTES) {
    throw new WireError('wire.afc', `an AFC packet of ${whole} bytes`, { facts: { whole, withoutPayload } });
  }
  const body = await reader.read(whole - HEADER_BYTES, signal);
  return {
    number: header.readBigUInt64LE(24),
    operation: Number(header.readBigUInt64LE(32)),
    data: body.subarray(0, withoutPayload - HEADER_BYTES),
    payload: body.subarray(withoutPayload - HEADER_BYTES),
  };
}

/** NUL-terminated texts, as paths and listings travel. */
export function afcStrings(...texts: readonly string[]): Buffer {
  return Buffer.from(texts.map((text) => `${text}\0`).join(''));
}

/** The texts of a NUL-terminated list. */
export function splitAfcStrings(bytes: Uint8Array): string[] {
  const texts = Buffer.from(bytes).toString().split('\0');
  if (texts.at(-1) === '') texts.pop();
  return texts;
}

/** Numbers of an operation, u64le each. */
export function afcNumbers(...numbers: readonly (number | bigint)[]): Buffer {
  const bytes = Buffer.allocUnsafe(numbers.length * 8);
  for (const [index, number] of numbers.entries())
    bytes.writeBigUInt64LE(BigInt.asUintN(64, BigInt(number)), index * 8);
  return bytes;
}
