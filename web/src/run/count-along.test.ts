import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lengthsOf, turnAt } from './use-count-along.ts';

test('presses take a moment each, what is held its time, and then it is over', () => {
  const lengths = lengthsOf({ timer: [{ action: 2, seconds: 10 }] });
  assert.deepEqual(lengths, [2, 2, 10]);
  assert.deepEqual(turnAt(lengths, 0), { action: 0, part: 0, left: 2 });
  assert.deepEqual(turnAt(lengths, 9), { action: 2, part: 0.5, left: 5 });
  assert.equal(turnAt(lengths, 14), undefined);
});

test('a step without a time is not counted', () => {
  assert.deepEqual(lengthsOf({ timer: null }), []);
});
