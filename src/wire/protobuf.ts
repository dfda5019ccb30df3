import { WireError } from './errors.ts';

/** One field of a protobuf message without its schema: nested messages are bytes to be read again. */
export interface ProtoField {
  readonly number: number;
  readonly value: number | Uint8Array;
}

/**
 * The fields of a protobuf message, in order. Numbers beyond 2^53 lose their last digits: none that Thaw reads are so
 * large. Throws WireError 'wire.protobuf'.
 */
export function* protoFields(bytes: Uint8Array): Generator<ProtoField> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let shift = 0; shift < 70; shift += 7) {
      const byte = buffer[at];
      if (byte === undefined) throw damaged('it ends too early');
      at += 1;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
    throw damaged('a number without an end');
  };
  const take = (length: number): Buffer => {
    if (at + length > buffer.length) throw damaged('it ends too early');
    at += length;
    return buffer.subarray(at - length, at);
  };
  while (at < buffer.length) {
    const tag = varint();
    const number = Math.floor(tag / 8);
    switch (tag % 8) {
      case 0:
        yield { number, value: varint() };
        break;
      case 1:
        yield { number, value: take(8).readDoubleLE() };
        break;
      case 2:
        yield { number, value: take(varint()) };
        break;
      case 5:
        yield { number, value: take(4).readFloatLE() };
        break;
      default:
        throw damaged(`a field of kind ${tag % 8}`);
    }
  }
}

/** The first bytes field of a number: a nested message, a text, data. */
export function protoBytes(bytes: Uint8Array, number: number): Uint8Array | undefined {
  for (const field of protoFields(bytes)) {
    if (field.number === number && field.value instanceof Uint8Array) return field.value;
  }
  return undefined;
}

/** The first number of a field. */
export function protoNumber(bytes: Uint8Array, number: number): number | undefined {
  for (const field of protoFields(bytes)) {
    if (field.number === number && typeof field.value === 'number') return field.value;
  }
  return undefined;
}

/** The first text of a field. */
export function protoText(bytes: Uint8Array, number: number): string | undefined {
  const found = protoBytes(bytes, number);
  return found && Buffer.from(found).toString('utf8');
}

function damaged(why: string): WireError {
  return new WireError('wire.protobuf', `protobuf: ${why}`);
}
