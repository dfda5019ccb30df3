import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { WireError } from '../errors.ts';
import { decodeBinary } from './binary-decode.ts';
import { encodeBinary } from './binary-encode.ts';
import type { PlistValue } from './value.ts';

/** A document of the given objects, the first on top, with references and offsets of one and four bytes. */
function documentOf(...objects: string[]): Buffer {
  const parts = [
    Buffer.from('bplist00'),
    ...objects.map((hex) => Buffer.from(hex.replaceAll(' ', ''), 'hex')),
  ];
  const body = Buffer.concat(parts);
  const tail = Buffer.alloc(objects.length * 4 + 32);
  let offset = 8;
  for (const [index, part] of parts.slice(1).entries()) {
    tail.writeUInt32BE(offset, index * 4);
    offset += part.length;
  }
  tail.writeUInt8(4, tail.length - 26);
  tail.writeUInt8(1, tail.length - 25);
  tail.writeBigUInt64BE(BigInt(objects.length), tail.length - 24);
  tail.writeBigUInt64BE(BigInt(body.length), tail.length - 8);
  return Buffer.concat([body, tail]);
}

describe('a foreign binary property list', () => {
  const accepted: [string, string, PlistValue][] = [
    ['an 8-byte integer is signed', '13 ff ff ff ff ff ff ff fa', -6],
    ['a 4-byte integer is not', '12 ff ff ff fa', 2 ** 32 - 6],
    ['a 16-byte integer may be small', `14 ${'00'.repeat(15)} 07`, 7],
    ['an integer beyond 2^53 is a bigint', '13 00 20 00 00 00 00 00 00', 2n ** 53n],
    ['text may be UTF-16', '62 00 41 20 ac', 'A€'],
    ['a count may take its own integer though it is small', '5f 10 02 41 42', 'AB'],
  ];
  for (const [name, hex, value] of accepted) {
    test(name, () => assert.deepEqual(decodeBinary(documentOf(hex)), value));
  }

  test('reads a real of four bytes', () => {
    assert.deepEqual(
      decodeBinary(documentOf('22 3f 80 00 00')),
      decodeBinary(documentOf('23 3ff0 0000 0000 0000')),
    );
  });

  test('does not let its data change with the bytes it came from', () => {
    const bytes = encodeBinary(Buffer.from('abc'));
    const value = decodeBinary(bytes);
    bytes.fill(0);
    assert.deepEqual(value, Buffer.from('abc'));
  });
});

describe('a hostile binary property list is refused', () => {
  const refused: [string, Buffer][] = [
    ['nothing at all', Buffer.alloc(0)],
    ['only a head', Buffer.from('bplist00')],
    ['null', documentOf('00')],
    ['a set', documentOf('c1 01', '10 01')],
    ['a key that is no string', documentOf('d1 01 01', '10 01')],
    ['a reference to no object', documentOf('a1 07')],
    ['a container that holds itself', documentOf('a1 00')],
    ['a ring of containers with a fan', documentOf('a3 01 01 01', 'a3 00 00 00')],
    ['more items than there are bytes', documentOf('af 13 00 00 00 ff ff ff ff ff')],
    ['more text than there are bytes', documentOf('5f 12 ff ff ff ff')],
    ['a count that is no integer', documentOf('5f 23')],
    ['an integer of 32 bytes', documentOf(`15 ${'00'.repeat(32)}`)],
    ['an integer beyond 64 bits', documentOf(`14 01 ${'00'.repeat(15)}`)],
    ['a date beyond all calendars', documentOf('33 7f f0 00 00 00 00 00 00')],
    ['offsets no bytes wide', withByte(documentOf('09'), -26, 0)],
    ['references nine bytes wide', withByte(documentOf('09'), -25, 9)],
    ['a top object that is not there', withByte(documentOf('09'), -9, 1)],
    ['an offset table beyond the end', withByte(documentOf('09'), -2, 1)],
    ['a count of objects beyond all memory', withByte(documentOf('09'), -24, 0xff)],
  ];
  for (const [name, bytes] of refused) {
    test(name, () => assert.throws(() => decodeBinary(bytes), isRefusal));
  }

  test('nesting beyond 128 levels, and no earlier', () => {
    const nested = (levels: number) =>
      documentOf(
        ...Array.from({ length: levels }, (_, i) => `a1 ${(i + 1).toString(16).padStart(2, '0')}`),
        '09',
      );
    assert.ok(decodeBinary(nested(128)));
    assert.throws(() => decodeBinary(nested(129)), isRefusal);
  });

  test('a few bytes that unfold to billions of objects', () => {
    const tenfold = (next: number) => `aa ${`0${next}`.repeat(10)}`;
    const laughs = documentOf(...Array.from({ length: 9 }, (_, i) => tenfold(i + 1)), '53 4c 4f 4c');
    assert.throws(() => decodeBinary(laughs), isRefusal);
  });

  test('a large text named again and again', () => {
    const text = `5f 12 00 10 00 00 ${'41'.repeat(2 ** 20)}`;
    const echoes = documentOf(`af 11 04 00 ${'01'.repeat(1024)}`, text);
    assert.throws(() => decodeBinary(echoes), isRefusal);
  });
});

function withByte(bytes: Buffer, at: number, value: number): Buffer {
  bytes.writeUInt8(value, bytes.length + at);
  return bytes;
}

function isRefusal(error: unknown): boolean {
  return error instanceof WireError && error.code === 'wire.plist';
}
