import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { FileKeys } from './file-keys.ts';
import { SealedFiles } from './sealed-files.ts';
import { storedBytes } from './stored-bytes.ts';

const FILE_ID = 'a'.repeat(40);
const clear = [randomBytes(1_000_000), randomBytes(500_000)];
const other = [randomBytes(1_500_000)];
const file = (pieces: readonly Uint8Array[]) => ({ fileId: FILE_ID, size: 1_500_000, pieces });
const keysOf = (password: string) => FileKeys.make(password, '00008140-000000000000001E', 10);
const whole = (pieces: Iterable<Uint8Array>) => Buffer.concat([...pieces]);

test('a large file is the same whether it was encrypted for this run or for an earlier one', async () => {
  using sealed = new SealedFiles();
  const keys = await keysOf('one');
  const state = { generation: 1, keys };
  const expected = whole(storedBytes(clear, keys.keyOf(FILE_ID)));
  assert.deepEqual(whole(sealed.pieces(state, 7, file(clear))), expected);
  assert.deepEqual(whole(sealed.pieces({ ...state }, 7, file(clear))), expected);
});

test('what changed, and what has other keys, is encrypted anew', async () => {
  using sealed = new SealedFiles();
  const [keys, others] = await Promise.all([keysOf('one'), keysOf('two')]);
  whole(sealed.pieces({ generation: 1, keys }, 7, file(clear)));
  const changed = whole(sealed.pieces({ generation: 2, keys }, 7, file(other)));
  assert.deepEqual(changed, whole(storedBytes(other, keys.keyOf(FILE_ID))));
  const anew = whole(sealed.pieces({ generation: 2, keys: others }, 7, file(other)));
  assert.deepEqual(anew, whole(storedBytes(other, others.keyOf(FILE_ID))));
});

test('a file that was not sent to its end is not taken for the whole', async () => {
  using sealed = new SealedFiles();
  const keys = await keysOf('one');
  const state = { generation: 1, keys };
  for (const _ of sealed.pieces(state, 7, file(clear))) break;
  const expected = whole(storedBytes(clear, keys.keyOf(FILE_ID)));
  assert.deepEqual(whole(sealed.pieces(state, 7, file(clear))), expected);
});
