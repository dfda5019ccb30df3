import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RunHappening } from '../contract/events.ts';
import { EventLog } from './event-log.ts';

const of = { at: '2026-11-22T10:00:00.000Z', run: 'r' } as const;
const lost: RunHappening = { ...of, type: 'link.lost' };
const progress: RunHappening = {
  ...of,
  ...{ type: 'progress', phase: 'sending', percent: 1, bytes: 1, files: 1, bytesPerSecond: 1 },
};
const never = new AbortController().signal;

async function numbers(log: EventLog, after: number): Promise<number[]> {
  return (await Array.fromAsync(log.after(after, never))).map(({ number }) => number);
}

test('whoever comes back gets exactly what he missed, in order, whenever he comes', async () => {
  const log = new EventLog();
  for (let count = 0; count < 3; count += 1) log.add(lost);
  const early = numbers(log, 0);
  const late = numbers(log, 4);
  for (let count = 0; count < 3; count += 1) log.add(lost);
  log.close();
  assert.deepEqual(await early, [1, 2, 3, 4, 5, 6]);
  assert.deepEqual(await late, [5, 6]);
  assert.deepEqual(await numbers(log, 6), []);
  assert.deepEqual(await numbers(log, 99), []);
});

test('who leaves is not waited for, and keeps nobody else', async () => {
  const log = new EventLog();
  log.add(lost);
  const leaving = new AbortController();
  const left = Array.fromAsync(log.after(0, leaving.signal));
  const stays = numbers(log, 0);
  leaving.abort();
  assert.ok((await left).length <= 1);
  log.add(lost);
  log.close();
  assert.deepEqual(await stays, [1, 2]);
});

test('after a night of progress the older half keeps a part, and everything that is not progress', async () => {
  const log = new EventLog();
  log.add(lost);
  for (let count = 0; count < 100_000; count += 1) log.add(progress);
  log.add(lost);
  log.close();
  const kept = await numbers(log, 0);
  assert.ok(kept.length < 50_000);
  assert.deepEqual([kept[0], kept.at(-1)], [1, 100_002]);
  assert.deepEqual(
    kept.slice(-1000),
    Array.from({ length: 1000 }, (_, index) => 99_003 + index),
  );
});
