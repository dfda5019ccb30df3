import assert from 'node:assert/strict';
import { mkdir, mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { systemClock } from '../kit/clock.ts';
import { fasterPhoneClock } from '../kit/faster-phone-clock.ts';
import type { RunFact } from '../kit/run-event.ts';
import { startVirtual } from '../virtual/start.ts';
import { fix } from './fix.ts';

const RUN = '11111111-2222-4333-8444-555555555555';
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

test('what the last run of another phone found is no reason to touch this one; its own is', async (t) => {
  await using home = await mkdtempDisposable(join(tmpdir(), 'thaw-fix-'));
  process.env['XDG_STATE_HOME'] = home.path;
  await using virtual = await startVirtual({ speed: SPEED, phone: { passcode: false } });
  const attempt = (): ReturnType<typeof fix> =>
    fix({ usbmuxd: virtual.address }, clock, () => undefined, t.signal);

  await recordFailure(home.path, '00008140-000000000000AAAA');
  // This computer may be busy by itself.
  assert.notEqual((await attempt()).cause?.id, 'leftover-on-phone');
  await recordFailure(home.path, virtual.phone.udid);
  assert.equal((await attempt()).cause?.id, 'leftover-on-phone');
});

/** The record of a run that has just failed, because the phone still holds a snapshot. */
async function recordFailure(home: string, udid: string): Promise<void> {
  const at = new Date().toISOString();
  const facts = { code: 'backup.phone-busy', phase: 'preparing', bytes: 0 };
  const evidence = { kind: 'attempt.failed', source: 'backup-protocol', at, facts };
  const end = { outcome: 'failed', cause: 'backup.phone-busy', remedies: [], skipped: [], backup: null };
  const events = [
    { type: 'evidence.found', evidence },
    { type: 'run.finished', ...end, previous: 'none', seconds: 1 },
  ];
  const folder = join(home, 'thaw', 'runs');
  await mkdir(folder, { recursive: true });
  const lines = events.map((event) => `${JSON.stringify({ ...event, at, run: RUN, udid })}\n`);
  await writeFile(join(folder, `${at.slice(0, 19).replaceAll(':', '-')}_${RUN}.jsonl`), lines.join(''));
}
