import type { ByteReader } from '../kit/byte-reader.ts';
import { WireError } from './errors.ts';
import { encodeBinary } from './plist/binary-encode.ts';
import { decodePlist } from './plist/decode.ts';
import type { PlistInput, PlistValue } from './plist/value.ts';
import { encodeXml } from './plist/xml-encode.ts';

/** Far above what any service sends in one piece, and far below what would hurt. */
const DEFAULT_LIMIT = 16 * 1024 * 1024;

/**
 * A property list as lockdownd and the plist services send it: u32be length, then the list. One buffer, because
 * libimobiledevice reads the four length bytes with a single receive and hangs when they come in two.
 */
export function encodeFrame(value: PlistInput, form: 'xml' | 'binary'): Buffer {
  const body = form === 'xml' ? Buffer.from(encodeXml(value)) : encodeBinary(value);
  const frame = Buffer.allocUnsafe(4 + body.length);
  frame.writeUInt32BE(body.length, 0);
  body.copy(frame, 4);
  return frame;
}

/**
 * The next property list of a stream, in either form.
 * Rejects with `wire.frame` when it claims to be larger than `maxBytes`, with `stream.ended` at the end.
 */
export async function readFrame(
  reader: ByteReader,
  options: { signal?: AbortSignal | undefined; maxBytes?: number } = {},
): Promise<PlistValue> {
  const header = reader.take(4) ?? (await reader.read(4, options.signal));
  const length = header.readUInt32BE(0);
  const limit = options.maxBytes ?? DEFAULT_LIMIT;
  if (length > limit) {
    throw new WireError('wire.frame', `a frame of ${length} bytes, ${limit} at most`, {
      facts: { length, limit },
    });
  }
  return decodePlist(reader.take(length) ?? (await reader.read(length, options.signal)));
}
