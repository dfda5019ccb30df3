import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FakeClock } from '../../test/support/fake-clock.ts';
import { fasterPhoneClock } from './faster-phone-clock.ts';

test('waits are shorter, limits keep a floor', async () => {
  const real = new FakeClock();
  const clock = fasterPhoneClock(real, 60);
  const happened: string[] = [];
  void clock.sleep(60_000).then(() => happened.push('waited a minute'));
  using _short = clock.after(1000, () => happened.push('a limit of a second'));
  using _long = clock.after(300_000, () => happened.push('a limit of five minutes'));
  await real.advance(999);
  assert.deepEqual(happened, []);
  await real.advance(1);
  assert.deepEqual(happened.sort(), ['a limit of a second', 'waited a minute']);
  await real.advance(4000);
  assert.equal(happened.length, 3);
  assert.equal(clock.ticks(), 300_000);
});
