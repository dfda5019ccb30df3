import assert from 'node:assert/strict';
import { test } from 'node:test';
import { minimalEvidence } from '../../test/support/evidence/minimal-evidence.ts';
import { EARLIER_SAFE, KEPT, safeWithoutEarlier } from './cause.ts';
import { causes } from './causes.ts';
import { diagnose } from './diagnose.ts';
import { nameOf } from './name.ts';
import { requirements } from './requirements.ts';

for (const { id } of causes) {
  test(`${id} is named by the least evidence for it`, () => {
    const seen = minimalEvidence[id] ?? [];
    assert.notEqual(seen.length, 0, 'minimal-evidence.ts has none for it');
    const diagnosis = diagnose(seen);
    const likeliest = diagnosis.ranked
      .slice(0, 3)
      .map(({ cause, certainty }) => `${cause.id} ${certainty.toFixed(2)}`);
    const named = nameOf(diagnosis);
    assert.equal(named?.id, id, likeliest.join(', '));
    assert.match(named.sentence, /^\S.*[.]$/);
    assert.ok(named.safe !== '' && named.next !== '');
  });
}

test('every cause has an id, a place among the others and rows of the requirements', () => {
  assert.equal(new Set(causes.map(({ id }) => id)).size, causes.length);
  for (const { id, prior, signs, requirements: rows } of causes) {
    assert.match(id, /^[a-z]+(-[a-z]+)*$/);
    assert.ok(prior > 0 && prior < 200 && rows.length > 0, id);
    assert.ok(
      signs.some(({ times }) => times > 1),
      `${id} has nothing that speaks for it`,
    );
    for (const row of rows) assert.ok(row in requirements, `${id}: ${row}`);
  }
});

test('a phone without an earlier backup is not told that one is safe', () => {
  assert.equal(safeWithoutEarlier(KEPT), 'What was received is kept and not sent again.');
  assert.equal(safeWithoutEarlier(EARLIER_SAFE), 'Nothing was changed.');
});
