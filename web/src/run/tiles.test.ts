import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { tilesOf } from './tiles.ts';

test('the largest kind takes its share of the width, the rest divide what is beside it', () => {
  assert.deepEqual(tilesOf([60, 20, 20], 1), [
    { x: 0, y: 0, width: 60, height: 100 },
    { x: 60, y: 0, width: 40, height: 50 },
    { x: 60, y: 50, width: 40, height: 50 },
  ]);
});

test('each tile is as large as its share, whatever the shares are', () => {
  const weights = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(weights, fc.double({ min: 0.5, max: 6, noNaN: true }), (shares, aspect) => {
      const total = shares.reduce((all, share) => all + share, 0);
      for (const [index, { width, height }] of tilesOf(shares, aspect).entries()) {
        assert.ok(Math.abs((width * height) / 10_000 - (shares[index] ?? 0) / total) < 1e-9);
      }
    }),
  );
});
