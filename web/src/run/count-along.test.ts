import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stagesOf, turnAt } from './use-count-along.ts';

test('what is held has its time, what is not timed a moment, and then it is over', () => {
  const stages = stagesOf({ timer: [{ action: 2, hold: ['side'], seconds: 10 }] });
  assert.deepEqual(
    stages.map(({ seconds }) => seconds),
    [2, 2, 10],
  );
  assert.deepEqual(turnAt(stages, 0), { action: 0, hold: [], part: 0, left: 2 });
  assert.deepEqual(turnAt(stages, 9), { action: 2, hold: ['side'], part: 0.5, left: 5 });
  assert.equal(turnAt(stages, 14), undefined);
});

test('on the way to DFU the fingers change while one button stays held: what is lit is what is held now', () => {
  const stages = stagesOf({
    timer: [
      { action: 0, hold: ['side'], seconds: 10 },
      { action: 1, hold: ['side', 'volume-down'], seconds: 5 },
      { action: 2, hold: ['volume-down'], seconds: 10 },
    ],
  });
  assert.deepEqual(turnAt(stages, 12)?.hold, ['side', 'volume-down']);
  assert.deepEqual(turnAt(stages, 15)?.hold, ['volume-down']);
});

test('a step without a time is not counted', () => {
  assert.deepEqual(stagesOf({ timer: null }), []);
});
