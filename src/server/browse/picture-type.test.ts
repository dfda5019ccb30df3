import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pictureType } from './picture-type.ts';

test('a picture is told by its first bytes, whatever its name says', () => {
  assert.equal(pictureType(Buffer.from('ffd8ffe000104a46', 'hex')), 'image/jpeg');
  assert.equal(pictureType(Buffer.from('RIFF\0\0\0\0WEBPVP8 ', 'latin1')), 'image/webp');
  assert.equal(pictureType(Buffer.from('\0\0\0\x20ftypavif', 'latin1')), 'image/avif');
});

test('a page that calls itself a picture is none', () => {
  assert.equal(pictureType(Buffer.from('<html><script>')), undefined);
  assert.equal(pictureType(Buffer.from('<svg xmlns=')), undefined);
  assert.equal(pictureType(new Uint8Array()), undefined);
});
