import assert from 'node:assert/strict';
import { test } from 'node:test';
import { missingGerman, needlessGerman } from './support/missing-german.ts';

test('everything the server says is said in German', () => {
  for (const [table, ids] of Object.entries(missingGerman()))
    assert.deepEqual(ids, [], `German lacks ${table}`);
});

test('no German is kept for what nobody says', () => {
  for (const [table, ids] of Object.entries(needlessGerman())) assert.deepEqual(ids, [], table);
});
