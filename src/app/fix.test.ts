import assert from 'node:assert/strict';
import { test } from 'node:test';
import { systemClock } from '../kit/clock.ts';
import { fasterPhoneClock } from '../kit/faster-phone-clock.ts';
import type { RunFact } from '../kit/run-event.ts';
import { startVirtual } from '../virtual/start.ts';
import { fix } from './fix.ts';

const SPEED = 20;
const clock = fasterPhoneClock(systemClock, SPEED);

test('a cause that is named gets its remedy: the phone is restarted, and waited for', async (t) => {
  await using virtual = await startVirtual({ speed: SPEED, phone: { passcode: false } });
  let restarts = 0;
  using _counting = virtual.phone.restarted.subscribe(() => {
    restarts += 1;
  });
  const facts: RunFact[] = [];
  const request = { usbmuxd: virtual.address, what: 'leftover-on-phone' };
  const result = await fix(request, clock, (fact) => facts.push(fact), t.signal);
  assert.deepEqual([result.remedy, result.result, restarts], ['restart-phone', 'done', 1]);
  assert.ok(facts.some((fact) => fact.type === 'remedy.started' && fact.risk === 'interrupts'));
});

test('a cause nobody knows is wrong usage, and without a phone nothing can be mended', async (t) => {
  await assert.rejects(
    fix({ what: 'bad-luck' }, clock, () => undefined, t.signal),
    { code: 'usage' },
  );
  await using virtual = await startVirtual({});
  virtual.phone.cable.unplug();
  const request = { usbmuxd: virtual.address, what: 'leftover-on-phone' };
  await assert.rejects(
    fix(request, clock, () => undefined, t.signal),
    { code: 'phone.none' },
  );
});
