import type { ByteReader } from '../kit/byte-reader.ts';
import { WireError } from './errors.ts';
import { asDict } from './plist/access.ts';
import { decodePlist } from './plist/decode.ts';
import type { PlistDict, PlistInput } from './plist/value.ts';
import { encodeXml } from './plist/xml-encode.ts';

/** usbmuxd header, four u32le: length with the header, version (1 = property list), message (8), tag. */
const HEADER_BYTES = 16;
const PLIST_VERSION = 1;
const PLIST_MESSAGE = 8;
/** A list of forty phones is about 30 KB; usbmuxd itself refuses commands over 64 KiB. */
const MAX_BODY_BYTES = 4 * 1024 * 1024;

/** The port lockdownd listens on, reached through usbmuxd's Connect or straight over TCP. */
export const LOCKDOWN_PORT = 62078;

/** `Number` of usbmuxd's Result messages (libusbmuxd, usbmuxd-proto.h). */
export const MuxResult = {
  ok: 0,
  badCommand: 1,
  /** No such device; for pair records: no such record. */
  badDevice: 2,
  connectionRefused: 3,
  badVersion: 6,
} as const;

export interface MuxPacket {
  readonly version: number;
  readonly message: number;
  readonly tag: number;
  /** Empty for the binary packets of version 0. */
  readonly body: PlistDict;
}

/** One packet in one buffer: libusbmuxd reads the header with a single receive. */
export function encodePacket(packet: { readonly tag: number; readonly body: PlistInput }): Buffer {
  const body = Buffer.from(encodeXml(packet.body));
  const whole = Buffer.allocUnsafe(HEADER_BYTES + body.length);
  whole.writeUInt32LE(whole.length, 0);
  whole.writeUInt32LE(PLIST_VERSION, 4);
  whole.writeUInt32LE(PLIST_MESSAGE, 8);
  whole.writeUInt32LE(packet.tag, 12);
  body.copy(whole, HEADER_BYTES);
  return whole;
}

/** The next packet; rejects with `wire.usbmux` when its length cannot be true. */
export async function readPacket(reader: ByteReader, signal?: AbortSignal): Promise<MuxPacket> {
  const header = await reader.read(HEADER_BYTES, signal);
  const length = header.readUInt32LE(0);
  if (length < HEADER_BYTES || length > MAX_BODY_BYTES) {
    throw new WireError('wire.usbmux', `a packet of ${length} bytes`, { facts: { length } });
  }
  const bytes = await reader.read(length - HEADER_BYTES, signal);
  const version = header.readUInt32LE(4);
  const body: PlistDict = version === PLIST_VERSION ? asDict(decodePlist(bytes), 'usbmux packet') : new Map();
  return { version, message: header.readUInt32LE(8), tag: header.readUInt32LE(12), body };
}

/** usbmuxd wants the port in network order inside a host-order number: 62078 travels as 32498, and back. */
export function swapPort(port: number): number {
  return ((port & 0xff) << 8) | ((port >> 8) & 0xff);
}
