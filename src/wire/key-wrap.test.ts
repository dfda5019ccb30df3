import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { WireError } from './errors.ts';
import { unwrapKey, wrapKey } from './key-wrap.ts';

const hex = (text: string): Buffer => Buffer.from(text, 'hex');

const wrappingKey = hex('000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F');

describe('key wrap, by the vectors of RFC 3394', () => {
  const vectors: [string, string, string][] = [
    ['4.3', '00112233445566778899AABBCCDDEEFF', '64E8C3F9CE0F5BA263E9777905818A2A93C8191E7D6E8AE7'],
    [
      '4.5',
      '00112233445566778899AABBCCDDEEFF0001020304050607',
      'A8F9BC1612C68B3FF6E6F4FBE30E71E4769C8B80A32CB8958CD5D17D6B254DA1',
    ],
    [
      '4.6',
      '00112233445566778899AABBCCDDEEFF000102030405060708090A0B0C0D0E0F',
      '28C9F404C4B810F4CBCCB35CFB87F8263F5786E2D80ED326CBC7F0E71A99F43BFB988B9B7A02DD21',
    ],
  ];
  for (const [section, key, wrapped] of vectors) {
    test(`${section}: ${key.length / 2} bytes under 32`, () => {
      assert.deepEqual(wrapKey(wrappingKey, hex(key)), hex(wrapped));
      assert.deepEqual(unwrapKey(wrappingKey, hex(wrapped)), hex(key));
    });
  }
});

test('a wrong key, a changed byte and a cut are noticed', () => {
  const wrapped = wrapKey(wrappingKey, Buffer.alloc(32, 7));
  const changed = Buffer.from(wrapped.map((byte, i) => (i === 12 ? byte ^ 1 : byte)));
  const wrong = (key: Buffer, bytes: Buffer): void => {
    assert.throws(
      () => unwrapKey(key, bytes),
      (error) => error instanceof WireError && error.code === 'wire.keybag',
    );
  };
  wrong(Buffer.alloc(32, 1), wrapped);
  wrong(Buffer.alloc(16, 1), wrapped);
  wrong(wrappingKey, changed);
  wrong(wrappingKey, wrapped.subarray(0, 39));
  wrong(wrappingKey, wrapped.subarray(0, 32));
  wrong(wrappingKey, Buffer.alloc(0));
});
