import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FakeClock } from '../../test/support/fake-clock.ts';
import { stepTiming } from '../app/step-timing.ts';
import { count } from './count-along.ts';

test('every second is said, with what to hold and how long still', async (t) => {
  const clock = new FakeClock();
  const said: string[] = [];
  const stages = stepTiming('enter-dfu', 'iPhone9,1') ?? [];
  const counting = count(stages, (text) => said.push(text), clock, t.signal);
  await clock.advance(60_000);
  await counting;
  assert.deepEqual(said.slice(0, 5), [
    'Ready … 3',
    'Ready … 2',
    'Ready … 1',
    'HOLD volume down + side button  ░░░░░░░░ 8',
    'HOLD volume down + side button  █░░░░░░░ 7',
  ]);
  assert.equal(said[11], 'HOLD volume down  ░░░░░░░░░░ 10');
  assert.equal(said.at(-1), 'Let go.');
  assert.equal(said.length, 3 + 8 + 10 + 1);
});

test('presses are no holds, and it stops in the middle once the phone has done it', async () => {
  const clock = new FakeClock();
  const said: string[] = [];
  const seen = new AbortController();
  const stages = stepTiming('force-restart', 'iPhone17,3') ?? [];
  const counting = assert.rejects(count(stages, (text) => said.push(text), clock, seen.signal));
  await clock.advance(7000);
  seen.abort();
  await counting;
  assert.ok(said.includes('PRESS volume up, and let go'));
  assert.match(said.at(-1) ?? '', /^HOLD side button/);
});

test('nothing is counted where nothing is held', () => {
  assert.equal(stepTiming('other-cable', 'iPhone17,3'), undefined);
});
