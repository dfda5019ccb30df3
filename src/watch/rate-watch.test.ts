import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type RateFall, RateWatch } from './rate-watch.ts';

const MEGABYTE = 1_000_000;

/** What is told while data comes at these rates, each for half a minute. */
function toldAt(...rates: readonly number[]): (RateFall | undefined)[] {
  const watch = new RateWatch();
  watch.see(0, 0);
  let bytes = 0;
  return rates.map((rate, index) => {
    bytes += rate * 30;
    return watch.see(bytes, (index + 1) * 30_000);
  });
}

test('a rate that falls to a fraction is told once, with what it was', () => {
  const told = toldAt(30 * MEGABYTE, 28 * MEGABYTE, MEGABYTE, MEGABYTE, MEGABYTE);
  assert.deepEqual(told.slice(0, 2), [undefined, undefined]);
  assert.deepEqual(told[2], { bytesPerSecond: MEGABYTE, beforeBytesPerSecond: 28 * MEGABYTE });
  assert.deepEqual(told.slice(3), [undefined, undefined]);
});

test('one quick moment makes nothing after it slow, nor do small files', () => {
  assert.deepEqual(toldAt(40 * MEGABYTE, 4 * MEGABYTE, 3 * MEGABYTE, 2 * MEGABYTE).filter(Boolean), []);
});

test('a phone that sends nothing is no slow phone', () => {
  assert.deepEqual(toldAt(30 * MEGABYTE, 30 * MEGABYTE, 0, 0).filter(Boolean), []);
});

test('a new attempt begins anew', () => {
  const watch = new RateWatch();
  for (const second of [0, 30, 60, 90]) watch.see(second * MEGABYTE, second * 1000);
  assert.equal(watch.see(0, 91_000), undefined);
  assert.equal(watch.see(MEGABYTE, 130_000), undefined);
});
