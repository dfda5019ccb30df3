import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  decryptEnd,
  decryptFile,
  decryptManifest,
  decryptStart,
  encryptedSize,
  encryptFile,
} from './file-cipher.ts';

const key = Buffer.alloc(32, 0x22);

test('a file is padded to whole blocks, by a whole one when it already fills them', () => {
  for (const [size, stored] of [
    [0, 16],
    [1, 16],
    [15, 16],
    [16, 32],
    [2 ** 32, 2 ** 32 + 16],
  ] as const) {
    assert.equal(encryptedSize(size), stored);
  }
  const cipher = encryptFile(key);
  assert.equal(Buffer.concat([cipher.update(Buffer.alloc(32)), cipher.final()]).length, encryptedSize(32));
});

test('a known file', () => {
  const cipher = encryptFile(key);
  const stored = Buffer.concat([cipher.update('hello'), cipher.final()]);
  assert.equal(stored.toString('hex'), '36f72092d3ff4bcb166fe8582dbea6bd');
  const decipher = decryptFile(key);
  assert.equal(decipher.update(stored, undefined, 'utf8') + decipher.final('utf8'), 'hello');
});

test('a truncated file does not end well', () => {
  const cipher = encryptFile(key);
  const stored = Buffer.concat([cipher.update(Buffer.alloc(100)), cipher.final()]);
  const decipher = decryptFile(key);
  decipher.update(stored.subarray(0, 96));
  assert.throws(() => decipher.final());
});

test('where a file begins and ends can be read without the rest', () => {
  for (const size of [0, 5, 16, 31, 32, 100]) {
    const bytes = Buffer.from(Array.from({ length: size }, (_, place) => place));
    const cipher = encryptFile(key);
    const stored = Buffer.concat([cipher.update(bytes), cipher.final()]);
    assert.deepEqual(decryptEnd(key, stored.subarray(-32)), bytes.subarray(size - (size % 16)));
    assert.deepEqual(decryptStart(key, stored.subarray(0, 40)).subarray(0, size), bytes.subarray(0, 32));
    assert.equal(decryptEnd(Buffer.alloc(32, 1), stored.subarray(-32)), undefined);
  }
});

test('a manifest is read with padding and without', () => {
  const pages = Buffer.alloc(4096, 1);
  for (const padded of [true, false]) {
    const cipher = encryptFile(key).setAutoPadding(padded);
    const stored = Buffer.concat([cipher.update(pages), cipher.final()]);
    const decipher = decryptManifest(key);
    const read = Buffer.concat([decipher.update(stored), decipher.final()]);
    assert.deepEqual(read.subarray(0, pages.length), pages);
  }
});
