import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { type WhyReport, why } from '../../src/app/why/why.ts';
import { startProgram } from '../../src/host/program.ts';
import { type Clock, systemClock } from '../../src/kit/clock.ts';
import { parseMuxAddress } from '../../src/phone/mux-address.ts';
import { Usbmux } from '../../src/phone/usbmux.ts';
import type { ScenarioInput } from '../../src/virtual/scenario.ts';
import { type RunningVirtual, startVirtual } from '../../src/virtual/start.ts';
import { quickPhone, withIdevicebackup2 } from './support/backup2.ts';
import { scratchFolder } from './support/scratch.ts';

const LIMIT_SECONDS = 60;
type Faults = NonNullable<ScenarioInput['faults']>;

/** The real program backs a phone up that has this trouble; asked why, with more and more time, until it is seen. */
async function whyOf(
  faults: Faults,
  holds: (report: WhyReport) => boolean,
  clock: Clock = systemClock,
): Promise<WhyReport> {
  await using virtual = await startVirtual({ ...quickPhone, faults });
  await using scratch = await scratchFolder();
  // Records of runs on this computer are none of these tests' business.
  process.env['XDG_STATE_HOME'] = join(scratch.path, 'state');
  const signal = AbortSignal.timeout(LIMIT_SECONDS * 1000);
  const { address } = virtual;
  const env = { PATH: process.env['PATH'] ?? '', TZ: 'UTC', USBMUXD_SOCKET_ADDRESS: address };
  const began = begun(virtual, signal);
  await using program = startProgram('idevicebackup2', ['backup', scratch.path], { env });
  void Array.fromAsync(program.lines);
  await began;
  const mux = new Usbmux(parseMuxAddress(address), clock);
  for (let seconds = 1; ; seconds *= 2) {
    const report = await why({ mux, clock, udid: virtual.phone.udid, seconds }, signal);
    if (holds(report) || seconds > 10) return report;
  }
}

async function begun({ phone }: RunningVirtual, signal: AbortSignal): Promise<void> {
  const struck = Promise.withResolvers<void>();
  using _struck = phone.faults.struck.subscribe(() => struck.resolve());
  signal.addEventListener('abort', () => struck.reject(signal.reason), { once: true });
  await struck.promise;
}

/** An hour later than it is: what was last written is an hour old. */
const anHourLater: Clock = { ...systemClock, now: () => new Date(systemClock.now().getTime() + 3_600_000) };

test('a phone that scans for idevicebackup2 is at work, and not stuck', withIdevicebackup2, async () => {
  const report = await whyOf(
    [{ when: { phase: 'preparing' }, do: 'scan-quietly', seconds: 50, everySeconds: 0.1 }],
    ({ state }) => state === 'quiet',
  );
  assert.equal(report.atWork?.program, 'idevicebackup2');
  assert.equal(report.atWork.holdsLock, true);
  assert.equal(report.state, 'quiet');
  assert.ok(report.evidence.some(({ kind }) => kind === 'log.scanning'));
  assert.equal(report.cause, null);
});

test('a slow link under idevicebackup2: its folder grows, so it moves', withIdevicebackup2, async () => {
  const report = await whyOf(
    [{ when: { phase: 'sending', file: 3 }, do: 'slow-link', bytesPerSecond: 100_000 }],
    ({ state }) => state === 'moving',
  );
  assert.equal(report.state, 'moving');
  assert.ok(report.atWork?.folder?.includes('-'), 'the folder is found by the program’s own command line');
});

test('a daemon that falls silent under idevicebackup2 is stuck, and named', withIdevicebackup2, async () => {
  const report = await whyOf(
    [{ when: { phase: 'sending', file: 50 }, do: 'silence' }],
    ({ cause }) => cause !== null,
    anHourLater,
  );
  assert.equal(report.state, 'stuck');
  assert.equal(report.cause?.id, 'backup-daemon-silent');
  assert.equal(report.exit, 1);
});
