import { crc32 } from 'node:zlib';
import { isList } from '../kit/is-list.ts';

const HEADER_BYTES = 8;
/** Records in one frame of a long file. */
const FRAME_RECORDS = 512;

/**
 * Records for an append-only file, as frames: u32le length, u32le CRC-32, JSON array. A process killed in the middle
 * of a write, or a disk that lost its tail, leaves a frame that does not check; everything before it counts.
 */
export function encodeFrame(records: readonly unknown[]): Buffer {
  const body = Buffer.from(JSON.stringify(records));
  const frame = Buffer.allocUnsafe(HEADER_BYTES + body.length);
  frame.writeUInt32LE(body.length, 0);
  frame.writeUInt32LE(crc32(body), 4);
  body.copy(frame, HEADER_BYTES);
  return frame;
}

/** Any number of records as frames of a sensible size. */
export function* encodeFrames(records: Iterable<unknown>): Generator<Buffer> {
  let held: unknown[] = [];
  for (const record of records) {
    held.push(record);
    if (held.length < FRAME_RECORDS) continue;
    yield encodeFrame(held);
    held = [];
  }
  if (held.length > 0) yield encodeFrame(held);
}

export interface Frame {
  readonly records: readonly unknown[];
  /** Where the next frame begins. */
  readonly end: number;
}

/** The whole frames at the beginning of `bytes`, in order; stops without a word at the first that does not check. */
export function* decodeFrames(bytes: Buffer): Generator<Frame> {
  let at = 0;
  while (at + HEADER_BYTES <= bytes.length) {
    const end = at + HEADER_BYTES + bytes.readUInt32LE(at);
    if (end > bytes.length) return;
    const body = bytes.subarray(at + HEADER_BYTES, end);
    if (crc32(body) !== bytes.readUInt32LE(at + 4)) return;
    const records: unknown = parsed(body);
    if (!isList(records)) return;
    yield { records, end };
    at = end;
  }
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}
