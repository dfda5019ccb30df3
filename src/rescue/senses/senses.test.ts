import assert from 'node:assert/strict';
import { mkdir, mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { type Clock, systemClock } from '../../kit/clock.ts';
import { type Evidence, type EvidenceKind, type EvidenceOf, isEvidenceOf } from '../../kit/evidence.ts';
import { fasterPhoneClock } from '../../kit/faster-phone-clock.ts';
import { parseMuxAddress } from '../../phone/mux-address.ts';
import { Usbmux } from '../../phone/usbmux.ts';
import type { ScenarioInput } from '../../virtual/scenario.ts';
import { type RunningVirtual, startVirtual } from '../../virtual/start.ts';
import type { Sign } from '../../watch/sign.ts';
import { type Senses, startSenses } from './start-senses.ts';

const signal = AbortSignal.timeout(60_000);

/** A virtual phone, felt over real sockets. */
class Felt implements AsyncDisposable {
  readonly evidence: Evidence[] = [];
  readonly signs: Sign[] = [];
  readonly virtual: RunningVirtual;
  readonly senses: Senses;

  private constructor(virtual: RunningVirtual, destination: string | undefined, clock: Clock) {
    this.virtual = virtual;
    this.senses = startSenses(
      {
        mux: new Usbmux(parseMuxAddress(virtual.address), systemClock),
        udid: virtual.phone.udid,
        destination,
        clock,
        onSign: (sign) => this.signs.push(sign),
        onEvidence: (evidence) => this.evidence.push(evidence),
      },
      signal,
    );
  }

  static async start(
    scenario: ScenarioInput,
    { destination, clock = systemClock }: { destination?: string; clock?: Clock } = {},
  ): Promise<Felt> {
    return new Felt(await startVirtual(scenario), destination, clock);
  }

  /** Without what is true of the computer that runs these tests. */
  get ofThePhone(): readonly Evidence[] {
    return this.evidence.filter(({ source }) => source !== 'computer');
  }

  /** Waits for evidence of a kind; `provoke` is done again and again until it is there. */
  async find<Kind extends EvidenceKind>(
    kind: Kind,
    provoke: () => unknown = () => {},
  ): Promise<EvidenceOf<Kind>> {
    for (;;) {
      const found = this.evidence.find((each) => isEvidenceOf(each, kind));
      if (found && isEvidenceOf(found, kind)) return found;
      await provoke();
      await systemClock.sleep(25, signal);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.senses[Symbol.asyncDispose]();
    await this.virtual[Symbol.asyncDispose]();
  }
}

test('a healthy phone: signs of life, its battery, and nothing that speaks of trouble', async () => {
  await using felt = await Felt.start({ phone: { battery: { percent: 64, celsius: 31 } } });
  const { facts } = await felt.find('battery.state');
  assert.equal(facts.percent, 64);
  assert.equal(facts.celsius, 31);
  await felt.senses.look(signal);
  assert.deepEqual(
    new Set(felt.ofThePhone.map(({ kind }) => kind)),
    new Set(['battery.state', 'phone.answers']),
  );
  assert.ok(felt.signs.some(({ kind }) => kind === 'ping'));
});

test('the daemon’s log lines are signs of life, and some are evidence', async () => {
  await using felt = await Felt.start({});
  const { phone } = felt.virtual;
  const found = await felt.find('log.wants-space', () => {
    phone.log(
      'BackupAgent2',
      'Notice',
      'Need extra space on host: 12265029274. Requesting host to purge now',
    );
  });
  assert.deepEqual(found.facts, { missingBytes: 12_265_029_274 });
  assert.equal(found.source, 'phone-log');
  assert.ok(felt.signs.some((sign) => sign.kind === 'log' && sign.of === 'BackupAgent2'));
  assert.equal(felt.evidence.filter(({ kind }) => kind === 'log.wants-space').length, 1);
});

test('a daemon that crashes leaves a log line at once and a report that is found by a look', async () => {
  await using felt = await Felt.start({});
  await felt.find('battery.state');
  await felt.find('log.crashed', () => felt.virtual.phone.daemon.crash());
  await felt.find('crash.report', () => felt.senses.look(signal));
  const { facts } = await felt.find('crash.report');
  assert.equal(facts.process, 'BackupAgent2');
  assert.equal(facts.what, 'crash');
  assert.ok(facts.secondsAgo < 60);
});

test('a memory kill is told apart from a crash', async () => {
  await using felt = await Felt.start({});
  await felt.find('battery.state');
  felt.virtual.phone.daemon.killForMemory(500_000_000);
  const kill = await felt.find('crash.report', () => felt.senses.look(signal));
  assert.equal(kill.facts.what, 'memory-kill');
  assert.equal(kill.facts.reason, 'per-process-limit');
});

test('a cable that comes loose: gone, back, how long it was away, and the senses go on', async () => {
  await using felt = await Felt.start({});
  await felt.find('battery.state');
  const { cable } = felt.virtual.phone;
  cable.set('up', false);
  await felt.find('link.detached');
  cable.set('up', true);
  const { facts } = await felt.find('link.attached');
  assert.ok(facts.secondsAway >= 0 && facts.secondsAway < 60);
  await felt.find('log.computer-refused', () =>
    felt.virtual.phone.log('BackupAgent2', 'Error', 'Drive returned unexpected error code: 1'),
  );
});

test('a phone that restarts is told from one that only lost its cable', async () => {
  await using felt = await Felt.start({ speed: 20, phone: { passcode: false } });
  await felt.find('battery.state');
  felt.virtual.phone.restart();
  await felt.find('phone.restarted');
});

test('the phone tells of its passcode prompt, of its lock and of Low Power Mode', async () => {
  await using felt = await Felt.start({ phone: { locked: false } });
  const { phone } = felt.virtual;
  await felt.find('prompt.waits', () => phone.notify('com.apple.LocalAuthentication.ui.presented'));
  phone.notify('com.apple.LocalAuthentication.ui.dismissed');
  await felt.find('prompt.gone');
  phone.notify('com.apple.system.lowpowermode');
  await felt.find('phone.low-power-changed');
  phone.lock();
  assert.deepEqual((await felt.find('phone.lock')).facts, { locked: true });
});

test('a phone that hangs is found mute, and found again when it answers', async () => {
  await using felt = await Felt.start({}, { clock: fasterPhoneClock(systemClock, 10) });
  await felt.find('battery.state');
  const frozen = felt.virtual.phone.freeze();
  await felt.senses.look(signal);
  const { facts } = await felt.find('phone.mute');
  assert.equal(facts.layer, 'lockdown');
  assert.ok(felt.signs.some(({ kind }) => kind === 'mute'));
  frozen[Symbol.dispose]();
  await felt.find('phone.answers', () => felt.senses.look(signal));
});

test('a destination is written to, and a disk without room for that is told of', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'thaw-senses-'));
  await mkdir(join(folder.path, '.thaw'));
  await using felt = await Felt.start({}, { destination: folder.path });
  await felt.senses.look(signal);
  assert.ok(felt.signs.some(({ kind }) => kind === 'disk'));
});

test('without trust the senses keep to what any phone allows, and end when they are told', async () => {
  await using felt = await Felt.start({ phone: { trusted: false } });
  while (!felt.signs.some(({ kind }) => kind === 'ping')) await systemClock.sleep(20, signal);
  assert.deepEqual(felt.ofThePhone, []);
});
