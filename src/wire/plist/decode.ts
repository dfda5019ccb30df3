import { decodeBinary } from './binary-decode.ts';
import type { PlistValue } from './value.ts';
import { decodeXml } from './xml-decode.ts';

/** Decodes a property list of either form, told apart by its first bytes. Throws WireError 'wire.plist'. */
export function decodePlist(bytes: Uint8Array): PlistValue {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isBinary = buffer.subarray(0, 6).toString('latin1') === 'bplist';
  return isBinary ? decodeBinary(buffer) : decodeXml(buffer.toString('utf8'));
}
