import assert from 'node:assert/strict';
import { test } from 'node:test';
import { causes } from '../diagnosis/causes.ts';
import { requirements } from '../diagnosis/requirements.ts';
import { remedies } from '../remedies/remedies.ts';

test('remedies name causes and requirements that there are', () => {
  const known = new Set(['*', ...causes.map(({ id }) => id)]);
  for (const { id, cures, requirements: rows } of remedies) {
    for (const cause of Object.keys(cures))
      assert.ok(known.has(cause), `${id} cures ${cause}, which is no cause`);
    for (const row of rows) assert.ok(row in requirements, `${id} names ${row}, which is no requirement`);
  }
  assert.equal(new Set(remedies.map(({ id }) => id)).size, remedies.length);
});

test('a chance is a chance, and nothing erases', () => {
  for (const { id, cures, risk } of remedies) {
    for (const chance of Object.values(cures)) assert.ok(chance > 0 && chance <= 1, id);
    assert.notEqual(risk, 'erases');
  }
});
