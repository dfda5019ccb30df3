import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FakeClock } from '../../test/support/fake-clock.ts';
import type { Point } from './faults.ts';
import { VirtualPhone } from './phone.ts';
import { type ScenarioInput, scenarioSchema } from './scenario.ts';

/** A phone whose faults are armed, and an agent's connection to it. */
function setUp(scenario: ScenarioInput) {
  const clock = new FakeClock();
  const phone = new VirtualPhone(scenarioSchema.parse({ seed: 5, ...scenario }), clock);
  const link = phone.cable.carry('com.apple.mobilebackup2');
  phone.faults.start();
  phone.faults.beginRun();
  const pass = (point: Point): Promise<void> => phone.faults.pass(point, link.signal);
  return { clock, phone, link, pass };
}

const sending = (bytesSent: number): Point => ({ phase: 'sending', bytesSent });

test('a fault strikes when its trigger is met, and once', async () => {
  const { pass } = setUp({ faults: [{ when: { bytesSent: 100 }, do: 'error', code: 105, text: 'no room' }] });
  await pass(sending(99));
  await assert.rejects(pass(sending(100)), {
    code: 'virtual.agent-fault',
    errorCode: 105,
    message: 'no room',
  });
  await pass(sending(200));
});

test('all that a trigger names must be met', async () => {
  const { pass } = setUp({ faults: [{ when: { phase: 'sending', file: 3 }, do: 'bad-file' }] });
  await pass({ phase: 'preparing', file: 9 });
  await pass({ phase: 'sending', file: 2 });
  await assert.rejects(pass({ phase: 'sending', file: 3 }), { code: 'virtual.unreadable-file' });
});

test('a bad file is bad in every conversation until its owner deletes it', async () => {
  const { phone, pass } = setUp({ faults: [{ when: { file: 3 }, do: 'bad-file' }] });
  const third: Point = { phase: 'sending', file: 3 };
  await assert.rejects(pass(third), { code: 'virtual.unreadable-file' });
  phone.faults.beginRun();
  await assert.rejects(pass(third), { code: 'virtual.unreadable-file' });
  phone.owner.act('delete-file');
  phone.faults.beginRun();
  await pass(third);
});

test('a bad file stays bad when it has another number', async () => {
  const { phone, pass } = setUp({ faults: [{ when: { file: 3 }, do: 'bad-file' }] });
  await assert.rejects(pass({ phase: 'sending', file: 3, path: 'c' }), { code: 'virtual.unreadable-file' });
  phone.faults.beginRun();
  await pass({ phase: 'sending', file: 3, path: 'd' });
  await assert.rejects(pass({ phase: 'sending', file: 4, path: 'c' }), { code: 'virtual.unreadable-file' });
});

test('`times` counts conversations', async () => {
  const { phone, pass } = setUp({ faults: [{ when: { percent: 50 }, do: 'error', code: 1, times: 2 }] });
  const half: Point = { phase: 'sending', percent: 50 };
  for (const strikes of [true, true, false]) {
    phone.faults.beginRun();
    const outcome = await pass(half).then(
      () => false,
      () => true,
    );
    assert.equal(outcome, strikes);
  }
});

test('`probability` is chance, the same for the same seed', async () => {
  let struck = 0;
  for (let seed = 0; seed < 200; seed += 1) {
    const { pass } = setUp({ seed, faults: [{ do: 'error', code: 1, probability: 0.3 }] });
    await pass(sending(0)).catch(() => {
      struck += 1;
    });
  }
  assert.ok(struck > 40 && struck < 80, `${struck} of 200`);
});

test('silence holds the agent for its seconds', async () => {
  const { clock, pass } = setUp({ faults: [{ do: 'silence', seconds: 60 }] });
  let passed = false;
  const passing = pass(sending(0)).then(() => {
    passed = true;
  });
  await clock.advance(59_000);
  assert.equal(passed, false);
  await clock.advance(1_000);
  await passing;
});

test('a phone that scans quietly logs while it holds the agent', async () => {
  const { clock, phone, pass } = setUp({ faults: [{ do: 'scan-quietly', seconds: 10 }] });
  const lines: string[] = [];
  using _log = phone.logged.subscribe(({ process, text }) => lines.push(`${process}: ${text}`));
  const passing = pass(sending(0));
  await clock.advance(10_000);
  await passing;
  assert.equal(lines.length, 5);
  assert.match(lines[0] ?? '', /^BackupAgent2: Finished scanning domain <private>/);
});

test('unplug cuts the conversation and plugs in again', async () => {
  const { clock, phone, link, pass } = setUp({
    faults: [{ when: { bytesSent: 10 }, do: 'unplug', seconds: 3 }],
  });
  await assert.rejects(pass(sending(10)));
  assert.equal(link.signal.aborted, true);
  assert.equal(phone.cable.connected, false);
  await clock.advance(3_000);
  assert.equal(phone.cable.connected, true);
});

test('flapping is several short drops', async () => {
  const { clock, phone } = setUp({ faults: [{ when: { seconds: 5 }, do: 'flap', count: 3 }] });
  const seen: boolean[] = [];
  using _seen = phone.cable.changed.subscribe((connected) => seen.push(connected));
  await clock.advance(10_000);
  assert.deepEqual(seen, [false, true, false, true, false, true]);
});

test('what lasts ends by its `until`', async () => {
  const { phone } = setUp({ faults: [{ do: 'refuse-pairing', until: 'replug' }] });
  assert.equal(phone.trust.refusing, true);
  phone.owner.act('replug');
  assert.equal(phone.trust.refusing, false);
});

test('heat slows the agent, and goes again', async () => {
  const { clock, phone, pass } = setUp({ faults: [{ do: 'overheat', bytesPerSecond: 1000, seconds: 100 }] });
  assert.equal(phone.battery.celsius, 46);
  let passed = false;
  const passing = pass(sending(5000)).then(() => {
    passed = true;
  });
  await clock.advance(4_900);
  assert.equal(passed, false);
  await clock.advance(200);
  await passing;
  await clock.advance(100_000);
  assert.equal(phone.battery.celsius, 29);
});

test('a frozen phone holds everybody until it thaws, or the cable is pulled', async () => {
  const { clock, phone, pass } = setUp({ faults: [{ do: 'freeze', seconds: 20 }] });
  const passing = pass(sending(0));
  await clock.advance(20_000);
  await passing;
  using _frozen = phone.freeze();
  const stuck = pass(sending(1));
  phone.cable.unplug();
  await assert.rejects(stuck, { name: 'LinkCut' });
});

test('the daemon killed leaves a report and cuts its own connections only', async () => {
  const { phone, link, pass } = setUp({ faults: [{ when: { bytesSent: 1 }, do: 'kill-daemon' }] });
  using other = phone.cable.carry('com.apple.afc');
  await assert.rejects(pass(sending(1)));
  assert.deepEqual([link.signal.aborted, other.signal.aborted], [true, false]);
  assert.match(phone.crashReports.tree.list('/').join(), /^BackupAgent2-.*\.ips$/);
});

test('a fault on the agent that is set off by hand strikes at its next step', async () => {
  const { phone, pass } = setUp({});
  await pass(sending(0));
  phone.faults.set({ do: 'error', code: 100, text: 'by hand', when: {}, probability: 1 });
  await assert.rejects(pass(sending(1)), { errorCode: 100 });
  await pass(sending(2));
});
