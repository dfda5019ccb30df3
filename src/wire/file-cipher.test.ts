import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decryptFile, decryptManifest, encryptedSize, encryptFile } from './file-cipher.ts';

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
