const TRAILER_BYTES = 32;
const OBJECTS = Buffer.from('\x58$objects', 'latin1');
const SIZE = Buffer.from('\x54Size', 'latin1');

/**
 * `Size` of an MBFile blob without decoding the rest: from the trailer to the list `$objects`, to its second item, to
 * the value under `Size`. Undefined as soon as anything is not laid out as phones do it; then decode the whole.
 */
export function peekSize(bytes: Uint8Array): number | undefined {
  const trailer = bytes.length - TRAILER_BYTES;
  const offsetWidth = uint(bytes, trailer + 6, 1);
  const referenceWidth = uint(bytes, trailer + 7, 1);
  const table = uint(bytes, trailer + 28, 4);

  const offsetOf = (object: number): number => uint(bytes, table + object * offsetWidth, offsetWidth);
  const child = (place: number): number => offsetOf(uint(bytes, place, referenceWidth));
  const valueUnder = (dict: number, key: Buffer): number => {
    const count = countAt(bytes, dict, 0xd0);
    const start = dict + headBytes(count);
    for (let i = 0; i < count; i++) {
      if (startsWith(bytes, child(start + i * referenceWidth), key))
        return child(start + (count + i) * referenceWidth);
    }
    return Number.NaN;
  };

  const objects = valueUnder(offsetOf(uint(bytes, trailer + 20, 4)), OBJECTS);
  const objectCount = countAt(bytes, objects, 0xa0);
  if (Number.isNaN(objectCount)) return undefined;
  const file = child(objects + headBytes(objectCount) + referenceWidth);
  const size = valueUnder(file, SIZE);
  const width = 2 ** ((bytes[size] ?? Number.NaN) - 0x10);
  const value = width >= 1 && width <= 8 ? uint(bytes, size + 1, width) : Number.NaN;
  return Number.isSafeInteger(value) ? value : undefined;
}

/** Not a number as soon as a byte is out of reach; and what is found with its help then is not one either. */
function uint(bytes: Uint8Array, start: number, width: number): number {
  let value = 0;
  for (let i = 0; i < width; i++) value = value * 256 + (bytes[start + i] ?? Number.NaN);
  return value;
}

/** Of a container of the given type. From 15 on the count has a byte of its own, behind one that says so. */
function countAt(bytes: Uint8Array, at: number, type: number): number {
  const count = (bytes[at] ?? Number.NaN) - type;
  if (count >= 0 && count < 15) return count;
  return count === 15 && bytes[at + 1] === 0x10 ? uint(bytes, at + 2, 1) : Number.NaN;
}

function headBytes(count: number): number {
  return count < 15 ? 1 : 3;
}

function startsWith(bytes: Uint8Array, at: number, expected: Buffer): boolean {
  for (let i = 0; i < expected.length; i++) if (bytes[at + i] !== expected[i]) return false;
  return true;
}
