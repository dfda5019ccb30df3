import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LinkComparison } from './link-comparison.ts';

/** So many seconds of sending at a rate; gives the comparison if one came of it. */
function send(comparison: LinkComparison, bytesPerSecond: number, seconds: number) {
  for (let second = 0; second <= seconds; second += 1) {
    const bytes = bytesPerSecond * second;
    const progress = {
      type: 'progress',
      phase: 'sending',
      percent: 0,
      bytes,
      files: 0,
      bytesPerSecond,
    } as const;
    const compared = comparison.progress(progress, second * 1000);
    if (compared) return compared;
  }
  return undefined;
}

test('another port is measured against the one before, once', () => {
  const comparison = new LinkComparison();
  comparison.port({ hubs: 1, megabitsPerSecond: 12, location: '1-4.2' });
  assert.equal(send(comparison, 900_000, 30), undefined);
  comparison.changed();
  comparison.newAttempt();
  comparison.port({ hubs: 0, megabitsPerSecond: 480, location: '1-2' });
  assert.deepEqual(send(comparison, 30_000_000, 30), {
    bytesPerSecondBefore: 900_000,
    bytesPerSecond: 30_000_000,
    megabitsPerSecondBefore: 12,
    megabitsPerSecond: 480,
    samePlace: false,
  });
  comparison.newAttempt();
  assert.equal(send(comparison, 30_000_000, 30), undefined);
});

test('of several short attempts before the change the longest is what it is measured against', () => {
  const comparison = new LinkComparison();
  for (const seconds of [2, 12, 3]) {
    comparison.newAttempt();
    send(comparison, 400_000, seconds);
  }
  comparison.changed();
  assert.equal(send(comparison, 500_000, 20)?.bytesPerSecondBefore, 400_000);
});

test('where nothing was measured before nothing is compared', () => {
  const comparison = new LinkComparison();
  comparison.changed();
  assert.equal(send(comparison, 30_000_000, 60), undefined);
});
