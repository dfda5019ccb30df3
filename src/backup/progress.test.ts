import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FakeClock } from '../../test/support/fake-clock.ts';
import { Progress } from './progress.ts';

const SECOND = 1000;

test('the time left is what the percentage told when it last moved, and nothing once that is over', async () => {
  const clock = new FakeClock();
  const left: (number | undefined)[] = [];
  const progress = new Progress(clock, (fact) => {
    if (fact.type === 'progress') left.push(fact.secondsLeft);
  });
  const upload = (percent: number) =>
    progress.message({ name: 'DLMessageUploadFiles', progress: percent, totalBytes: 0 });
  upload(0);
  await clock.advance(20 * SECOND);
  upload(50);
  // One large file from here on.
  for (const seconds of [5, 10, 10, 600]) {
    await clock.advance(seconds * SECOND);
    progress.received(1_000_000);
  }
  assert.deepEqual(left, [20, 15, 5, undefined, undefined]);
});
