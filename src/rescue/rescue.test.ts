import assert from 'node:assert/strict';
import { mkdir, mkdtempDisposable, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { systemClock } from '../kit/clock.ts';
import { fasterPhoneClock } from '../kit/faster-phone-clock.ts';
import type { NamedCause, RunEvent, RunFact } from '../kit/run-event.ts';
import { parseMuxAddress } from '../phone/mux-address.ts';
import { Usbmux } from '../phone/usbmux.ts';
import type { Changes } from '../remedies/changes.ts';
import type { ScenarioInput } from '../virtual/scenario.ts';
import { type RunningVirtual, startVirtual } from '../virtual/start.ts';
import type { Explanation, RescueRequest } from './request.ts';
import { rescuedBackup } from './rescue.ts';

const SPEED = 20;
const UNHURRIED = 12;
const SMALL = { seed: 3, files: 120, bytes: 3_000_000 };
const MIDDLE = { bytesSent: 1_000_000 };

interface Story {
  readonly facts: readonly RunFact[];
  readonly thrown: unknown;
}

/** One run against a virtual phone, whose owner hears what is asked. */
async function run(
  virtual: RunningVirtual,
  destination: string,
  request: Partial<RescueRequest> = {},
  speed = SPEED,
): Promise<Story> {
  const clock = fasterPhoneClock(systemClock, speed);
  const mux = new Usbmux(parseMuxAddress(virtual.address), clock);
  const facts: RunFact[] = [];
  const emit = (fact: RunFact): void => {
    facts.push(fact);
    if (fact.type === 'person.needed') virtual.phone.owner.react(`asked:${fact.step}`);
  };
  const means = { clock, emit, explain, changes: noChanges, encryptionNotes: noNotes };
  try {
    await rescuedBackup(
      'run',
      { mux, destination, full: false, ...request },
      means,
      AbortSignal.timeout(120_000),
    );
    return { facts, thrown: undefined };
  } catch (thrown) {
    return { facts, thrown };
  }
}

async function story(scenario: ScenarioInput, request: Partial<RescueRequest> = {}): Promise<Story> {
  await using virtual = await startVirtual({
    speed: SPEED,
    content: SMALL,
    ...scenario,
    phone: { passcode: false, ...scenario.phone },
  });
  await using scratch = await mkdtempDisposable(join(tmpdir(), 'thaw-rescue-'));
  return await run(virtual, scratch.path, request, scenario.speed);
}

function explain(): Explanation {
  const words = { sentence: 'It failed.', safe: '', next: '' };
  const cause = { id: 'code', requirements: [], certainty: 1, evidence: [], ...words };
  return { cause, needsPerson: false, final: false };
}

const noChanges: Changes = {
  note: async () => undefined,
  pending: async () => [],
  settled: async () => undefined,
};
const noNotes = {
  note: async () => undefined,
  isNoted: async () => false,
  settled: async () => undefined,
};

function finished({ facts }: Story): Extract<RunFact, { type: 'run.finished' }> {
  const last = facts.at(-1);
  assert.ok(last?.type === 'run.finished', JSON.stringify(facts));
  return last;
}

function named({ facts }: Story): readonly NamedCause[] {
  return facts.flatMap((fact) => (fact.type === 'cause.named' ? [fact.cause] : []));
}

function asked({ facts }: Story): readonly string[] {
  return facts.flatMap((fact) => (fact.type === 'person.needed' ? [fact.step] : []));
}

function told({ facts }: Story, type: RunEvent['type']): boolean {
  return facts.some((fact) => fact.type === type);
}

test('a healthy run names nothing and asks nobody', async () => {
  const healthy = await story({});
  assert.equal(finished(healthy).outcome, 'verified');
  // But what is true of the computer that runs the tests.
  const alarms = named(healthy).filter(({ id }) => id !== 'computer-starved' && id !== 'destination-slow');
  assert.deepEqual([alarms, asked(healthy)], [[], []]);
});

test('the backup daemon crashes: named by its crash report, connected anew, verified without a person', async () => {
  const crashed = await story({ faults: [{ when: MIDDLE, do: 'kill-daemon' }] });
  assert.equal(named(crashed)[0]?.id, 'backup-daemon-crashed');
  assert.ok((named(crashed)[0]?.evidence.length ?? 0) > 0);
  assert.deepEqual(finished(crashed).remedies, [{ id: 'reset-connection', result: 'went-on' }]);
  assert.equal(finished(crashed).outcome, 'verified');
  assert.deepEqual(asked(crashed), []);
});

test('the cable slips: the loss is told, the phone is waited for, and the run goes on by itself', async () => {
  const slipped = await story({ faults: [{ when: MIDDLE, do: 'unplug', seconds: 10 }] });
  assert.ok(told(slipped, 'link.lost') && told(slipped, 'link.back'));
  assert.equal(named(slipped)[0]?.id, 'link-unstable');
  assert.equal(finished(slipped).outcome, 'verified');
  assert.deepEqual(asked(slipped), []);
});

test('silence: a stall is suspected, the attempt broken off, and the next one finishes', async () => {
  const silent = await story({ faults: [{ when: MIDDLE, do: 'silence', times: 1 }] });
  assert.ok(told(silent, 'stall.suspected'));
  assert.equal(finished(silent).outcome, 'verified');
  assert.ok(
    finished(silent).remedies.some(({ id, result }) => id === 'reset-connection' && result === 'helped'),
  );
});

test('a passcode nobody enters: asked for beside the attempt, which goes on when it is entered', async () => {
  const waited = await story({
    phone: { passcode: true },
    owner: [
      { when: 'passcode-prompt', do: 'nothing' },
      { when: 'asked:passcode', after: 5, do: 'enter-passcode' },
    ],
  });
  assert.deepEqual(asked(waited), ['passcode']);
  assert.equal(finished(waited).outcome, 'verified');
});

test('a passcode prompt that is dismissed on the phone is gone, and not taken for answered', async () => {
  const refused = await story(
    { phone: { passcode: true }, owner: [{ when: 'passcode-prompt', after: 2, do: 'cancel' }] },
    { waitForPersonMs: 60_000 },
  );
  const prompts = (told: Story) =>
    told.facts.flatMap((fact) =>
      fact.type === 'evidence.found' && fact.evidence.kind.startsWith('prompt.') ? [fact.evidence.kind] : [],
    );
  assert.deepEqual([...new Set(prompts(refused))], ['prompt.waits', 'prompt.gone']);
  assert.equal(finished(refused).cause, 'passcode-not-entered');
  const entered = await story({ phone: { passcode: true } });
  assert.deepEqual(prompts(entered), ['prompt.waits', 'prompt.gone', 'prompt.answered']);
});

test('unattended, a person is waited for no longer than told, and what is needed is said', async () => {
  const alone = await story(
    {
      // A phone that lives slower has more patience than this computer needs, however busy it is.
      speed: UNHURRIED,
      phone: { passcode: true },
      owner: [{ when: 'passcode-prompt', do: 'nothing' }],
    },
    { waitForPersonMs: 60_000 },
  );
  assert.equal(finished(alone).outcome, 'needs-person');
  assert.ok(asked(alone).includes('passcode'));
  assert.ok(alone.thrown instanceof Error && 'code' in alone.thrown);
  assert.equal(alone.thrown.code, 'rescue.person-needed');
  // The phone itself waits for three minutes; it was not the one to give up.
  assert.ok(!JSON.stringify(alone.facts).includes('"errorCode":208'));
});

test('a poisoned folder: a whole new chain, and the earlier backup becomes an earlier state', async () => {
  await using virtual = await startVirtual({ speed: SPEED, content: SMALL, phone: { passcode: false } });
  await using scratch = await mkdtempDisposable(join(tmpdir(), 'thaw-rescue-'));
  assert.equal(finished(await run(virtual, scratch.path)).outcome, 'verified');
  await truncate(join(scratch.path, virtual.phone.udid, 'Manifest.plist'), 0);
  const mended = await run(virtual, scratch.path);
  assert.equal(finished(mended).outcome, 'verified');
  assert.equal(finished(mended).backup?.full, true);
});

test('a destination that is gone: the other folder that was given takes the backup', async () => {
  await using virtual = await startVirtual({ speed: SPEED, content: SMALL, phone: { passcode: false } });
  await using scratch = await mkdtempDisposable(join(tmpdir(), 'thaw-rescue-'));
  const orTo = join(scratch.path, 'second');
  await mkdir(orTo);
  const turned = await run(virtual, join(scratch.path, 'not-mounted'), { orTo });
  assert.equal(finished(turned).outcome, 'verified');
  assert.equal(finished(turned).backup?.path, join(orTo, virtual.phone.udid));
});
