import assert from 'node:assert/strict';
import { mkdtempDisposable, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { systemClock } from '../kit/clock.ts';
import { fasterPhoneClock } from '../kit/faster-phone-clock.ts';
import type { RunEvent } from '../kit/run-event.ts';
import type { ScenarioInput } from '../virtual/scenario.ts';
import { startVirtual } from '../virtual/start.ts';
import { backup } from './backup.ts';
import { watch } from './watch.ts';
import { watchOrBackup } from './watch-or-backup.ts';

const SPEED = 30;
const clock = fasterPhoneClock(systemClock, SPEED);
const phone = { passcode: false, icloudBackup: true, keybagRounds: 1000 } as const;
const content = { files: 10, bytes: 200_000 } as const;
/** Runs are recorded here, and not among those of whoever runs the tests. */
const state = join(tmpdir(), `thaw-watch-test-${process.pid}`);
process.env['XDG_STATE_HOME'] = state;
after(() => rm(state, { recursive: true, force: true }));

function told(events: readonly RunEvent[]): string {
  return events.flatMap((event) => (event.type === 'watch.told' ? [event.sentence] : [])).join('\n');
}

/** Follows a virtual phone to the end. */
async function followed(scenario: ScenarioInput): Promise<RunEvent[]> {
  await using virtual = await startVirtual({
    speed: SPEED,
    phone,
    content,
    icloud: { after: 5 },
    ...scenario,
  });
  return await Array.fromAsync(watch({ usbmuxd: virtual.address }, clock, AbortSignal.timeout(60_000)));
}

test('a backup that goes well is followed through its steps, and its end is the word of the phone', async () => {
  const events = await followed({});
  assert.match(
    told(events),
    /begins[\s\S]*asking for room in iCloud[\s\S]*room for it in iCloud[\s\S]*sending[\s\S]*finished/,
  );
  assert.ok(!events.some(({ type }) => type === 'cause.named' || type === 'stall.suspected'));
  const end = events.at(-1);
  assert.ok(end?.type === 'run.finished');
  assert.equal(end.outcome, 'finished');
});

test('a failing one is named with the line it was read from, without what is personal in it', async () => {
  const events = await followed({
    phone: { ...phone, name: 'Zenobia’s iPhone' },
    icloud: { after: 5, again: 5 },
    faults: [{ do: 'icloud-trouble', what: 'missing-file', backups: 1 }],
  });
  const named = events.find((event) => event.type === 'cause.named');
  assert.ok(named?.type === 'cause.named');
  assert.equal(named.cause.id, 'icloud-missing-file');
  assert.match(named.cause.sentence, /com\.example\.draw/);
  const lines = JSON.stringify(events);
  assert.match(lines, /AppDomain-com\.example\.draw:‹file›\.fci/);
  assert.doesNotMatch(lines, /Ana and Ben|259483|Zenobia/);
});

test('Ctrl-C ends it with what was seen so far', async () => {
  await using virtual = await startVirtual({
    speed: SPEED,
    phone,
    content,
    icloud: { after: 2, quietSeconds: 1e6 },
  });
  const stop = new AbortController();
  const events: RunEvent[] = [];
  const following = (async () => {
    for await (const event of watch({ usbmuxd: virtual.address }, clock, stop.signal)) {
      events.push(event);
      if (event.type === 'watch.told' && event.sentence.includes('looking for what changed')) stop.abort();
    }
  })();
  await assert.rejects(following, { name: 'AbortError' });
  assert.match(told(events), /Watched for .*under way: looking for what changed/);
  const end = events.at(-1);
  assert.ok(end?.type === 'run.finished' && end.outcome === 'cancelled');
});

test('when iCloud is full and a disk is named, the backup there is made and proved', async () => {
  await using scratch = await mkdtempDisposable(join(tmpdir(), 'thaw-watch-'));
  await using virtual = await startVirtual({
    speed: SPEED,
    phone: { ...phone, encrypt: true, backupPassword: 'a password' },
    content,
    icloud: { after: 5 },
    faults: [{ do: 'icloud-trouble', what: 'full' }],
  });
  const instead = { destination: scratch.path, password: 'a password' };
  const request = { usbmuxd: virtual.address, instead };
  const events = await Array.fromAsync(watchOrBackup(request, clock, AbortSignal.timeout(60_000)));
  const ends = events.flatMap((event) => (event.type === 'run.finished' ? [event] : []));
  assert.deepEqual(
    ends.map(({ outcome, cause }) => [outcome, cause]),
    [
      ['needs-person', 'icloud-full'],
      ['verified', null],
    ],
  );
  assert.equal(ends[1]?.backup?.encrypted, true);
});

test('a backup that another program makes on this computer is followed by its folder and the phone’s log', async () => {
  await using scratch = await mkdtempDisposable(join(tmpdir(), 'thaw-watch-'));
  await using virtual = await startVirtual({
    phone,
    content: { files: 60, bytes: 3_000_000 },
    faults: [{ when: { bytesSent: 1_000_000 }, do: 'silence', seconds: 6, times: 1 }],
  });
  const signal = AbortSignal.timeout(60_000);
  const request = { usbmuxd: virtual.address, destination: scratch.path, full: false };
  // Its record is not this process's, so that to the watch it is just another program that holds the sync lock.
  const making = Array.fromAsync(backup(request, systemClock, signal));
  while (!virtual.phone.daemon.busy) await systemClock.sleep(20, signal);
  const events = await Array.fromAsync(
    watch({ usbmuxd: virtual.address, to: scratch.path }, systemClock, signal),
  );
  assert.match(told(events), /Another program is making a backup/);
  const end = events.at(-1);
  assert.ok(end?.type === 'run.finished');
  assert.equal(end.outcome, 'finished');
  await making;
});
