import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FakeClock } from '../../test/support/fake-clock.ts';
import { withTimeLimit } from './signals.ts';

test('ten silent hours pass at once, and timers fire in their order', async () => {
  const clock = new FakeClock();
  const seen: string[] = [];
  using _late = clock.after(36_000_000, () => seen.push('ten hours'));
  using _early = clock.after(1000, () => seen.push('a second'));
  await clock.advance(36_000_000);
  assert.deepEqual(seen, ['a second', 'ten hours']);
});

test('a sleep ends with the reason of its signal', async () => {
  const clock = new FakeClock();
  const abort = new AbortController();
  const sleep = clock.sleep(1000, abort.signal);
  abort.abort(new Error('woken'));
  await assert.rejects(sleep, /woken/);
});

test('a time limit aborts the work and is what the caller gets', async () => {
  const clock = new FakeClock();
  let reason: unknown;
  const work = withTimeLimit(
    clock,
    500,
    () => new Error('too slow'),
    (signal) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          reason = signal.reason;
          reject(signal.reason);
        });
      }),
  );
  const outcome = assert.rejects(work, /too slow/);
  await clock.advance(500);
  await outcome;
  assert.match(String(reason), /too slow/);
});
