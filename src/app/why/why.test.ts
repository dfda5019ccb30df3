import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdir, mkdtempDisposable, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { systemClock } from '../../kit/clock.ts';
import type { RunEvent, RunFact } from '../../kit/run-event.ts';
import { parseMuxAddress } from '../../phone/mux-address.ts';
import { Usbmux } from '../../phone/usbmux.ts';
import { checkDestination } from '../../vault/destination.ts';
import { openVault } from '../../vault/vault.ts';
import { type RunningVirtual, startVirtual } from '../../virtual/start.ts';
import { recorded } from '../runs/recorder.ts';
import { type WhyReport, why } from './why.ts';

const signal = AbortSignal.timeout(60_000);
let virtual: RunningVirtual;
let home: Awaited<ReturnType<typeof mkdtempDisposable>>;

before(async () => {
  home = await mkdtempDisposable(join(tmpdir(), 'thaw-why-'));
  // Records of runs on this computer are none of these tests' business.
  process.env['XDG_STATE_HOME'] = home.path;
  virtual = await startVirtual({ phone: { udid: '00008140-000000000000000A' } });
});

after(async () => {
  await virtual[Symbol.asyncDispose]();
  await home.remove();
});

function ask(to?: string, seconds = 0.3): Promise<WhyReport> {
  const mux = new Usbmux(parseMuxAddress(virtual.address), systemClock);
  return why({ mux, clock: systemClock, to, seconds }, signal);
}

/** Asks with more and more time, on a computer that may be slow, until it sees what is there to be seen. */
async function askUntil(holds: (report: WhyReport) => boolean, to?: string): Promise<WhyReport> {
  for (let seconds = 0.3; ; seconds *= 2) {
    const report = await ask(to, seconds);
    if (holds(report) || seconds > 10) return report;
  }
}

/** Does something again and again until disposed. */
function repeating(action: () => unknown): AsyncDisposable {
  const stop = new AbortController();
  const repeat = async (): Promise<void> => {
    while (!stop.signal.aborted) {
      await action();
      await systemClock.sleep(20, stop.signal).catch(() => undefined);
    }
  };
  const working = repeat();
  return {
    [Symbol.asyncDispose]: async () => {
      stop.abort();
      await working;
    },
  };
}

/** The folder another program fills, as it is while files arrive, last changed so long ago. */
async function growing(name: string, secondsAgo: number): Promise<{ destination: string; shard: string }> {
  const destination = join(home.path, name);
  const backup = join(destination, virtual.phone.udid);
  const shard = join(backup, 'Snapshot', '4f');
  await mkdir(shard, { recursive: true });
  const file = join(shard, '4f0fa0ce');
  await writeFile(file, 'part of a photo');
  const then = systemClock.now().getTime() / 1000 - secondsAgo;
  for (const path of [file, shard, join(backup, 'Snapshot'), backup]) await utimes(path, then, then);
  return { destination, shard };
}

test('nobody backs the phone up: nothing is stuck', async () => {
  const report = await ask();
  assert.equal(report.state, 'idle');
  assert.equal(report.atWork, null);
  assert.equal(report.exit, 0);
});

test('another program holds the sync lock and its folder grows: it moves', async () => {
  using _held = virtual.phone.syncLock.takeForAnother();
  const { destination, shard } = await growing('moves', 1);
  let files = 0;
  await using _writing = repeating(() => {
    files += 1;
    return writeFile(join(shard, `${files}`), 'more');
  });
  const report = await askUntil(({ state }) => state === 'moving', destination);
  assert.equal(report.state, 'moving');
  assert.equal(report.atWork?.holdsLock, true);
});

test('nothing arrives, but the daemon logs: quiet, not stuck', async () => {
  using _held = virtual.phone.syncLock.takeForAnother();
  const { destination } = await growing('quiet', 3600);
  await using _scanning = repeating(() =>
    virtual.phone.log('BackupAgent2', 'Notice', 'Finished scanning domain <private> - size:149852, files:16'),
  );
  const report = await askUntil(({ state }) => state === 'quiet', destination);
  assert.equal(report.state, 'quiet');
  assert.ok(report.evidence.some(({ kind }) => kind === 'log.scanning'));
  assert.equal(report.exit, 0);
});

test('neither data nor log for an hour, and the phone answers: stuck, named, with what was seen', async () => {
  using _held = virtual.phone.syncLock.takeForAnother();
  const { destination } = await growing('stuck', 3600);
  const report = await askUntil(({ cause }) => cause !== null, destination);
  assert.equal(report.state, 'stuck');
  assert.ok(report.evidence.some(({ kind }) => kind === 'watch.stuck'));
  assert.equal(report.cause?.id, 'backup-daemon-silent');
  assert.ok(report.seen.length > 0);
  assert.equal(report.exit, 1);
});

test('a passcode prompt is what it waits for', async () => {
  using _held = virtual.phone.syncLock.takeForAnother();
  await using _prompting = repeating(() =>
    virtual.phone.notify('com.apple.LocalAuthentication.ui.presented'),
  );
  const report = await askUntil(({ state }) => state === 'waiting');
  assert.equal(report.state, 'waiting');
  assert.equal(report.exit, 3);
  assert.match(report.next, /passcode/);
});

test('a phone that is not there cannot be asked, and that is said', async () => {
  const mux = new Usbmux(parseMuxAddress(virtual.address), systemClock);
  const report = await why(
    { mux, clock: systemClock, udid: '00008140-0000000000000000', seconds: 0 },
    signal,
  );
  assert.equal(report.state, 'unreachable');
  assert.equal(report.exit, 4);
});

test('a phone that is being restored is told as such, and not to be touched', async () => {
  virtual.phone.boot.enter('restore');
  try {
    const report = await ask();
    assert.deepEqual([report.state, report.cause?.id], ['unreachable', 'restore-under-way']);
    assert.deepEqual([report.condition?.state, report.condition?.touching], ['restore', 'dangerous']);
    assert.equal(report.exit, 3);
  } finally {
    virtual.phone.boot.enter('normal');
  }
});

test('Thaw’s own run in another process tells what it is doing, and what it waits for', async () => {
  const { udid } = virtual.phone;
  const destination = join(home.path, 'own');
  await mkdir(destination);
  const vault = openVault(await checkDestination(destination, signal), udid, { clock: systemClock });
  await using _atWork = await vault.begin({ run: 'own' }, signal);
  const run = randomUUID();
  const facts: RunFact[] = [
    { type: 'run.started', destination, resumedBytes: 0 },
    { type: 'phase.changed', phase: 'sending' },
    { type: 'progress', phase: 'sending', percent: 42.7, bytes: 1e9, files: 9, bytesPerSecond: 1e6 },
  ];
  await record(run, facts);
  const moving = await ask();
  assert.equal(moving.state, 'moving');
  assert.equal(moving.sentence, 'Thaw’s own run is at work: receiving (42 %, 1.0 GB).');

  const actions = ['Plug the cable in again.'];
  await record(run, [
    ...facts,
    { type: 'person.needed', step: 'replug', sentence: 'The cable is loose.', actions },
  ]);
  const waiting = await ask();
  assert.equal(waiting.state, 'waiting');
  assert.deepEqual([waiting.sentence, waiting.next, waiting.exit], ['The cable is loose.', actions[0], 3]);
});

async function record(run: string, facts: readonly RunFact[]): Promise<void> {
  const at = systemClock.now().toISOString();
  async function* events(): AsyncGenerator<RunEvent> {
    for (const fact of facts) yield { ...fact, run, at };
  }
  await Array.fromAsync(recorded(events()));
}
