import assert from 'node:assert/strict';
import { mkdtempDisposable, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { backup } from '../../src/app/backup.ts';
import { watch } from '../../src/app/watch.ts';
import { watchOrBackup } from '../../src/app/watch-or-backup.ts';
import { systemClock } from '../../src/kit/clock.ts';
import { fasterPhoneClock } from '../../src/kit/faster-phone-clock.ts';
import type { RunEvent } from '../../src/kit/run-event.ts';
import { startVirtual } from '../../src/virtual/start.ts';

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
    faults: [{ when: { bytesSent: 1_000_000 }, do: 'silence', until: 'nothing' }],
  });
  const signal = AbortSignal.timeout(100_000);
  const request = { usbmuxd: virtual.address, destination: scratch.path, full: false };
  // Its record is not kept, so that to the watch it is just another program that holds the sync lock.
  const making = Array.fromAsync(backup(request, systemClock, signal));
  making.catch(() => undefined);
  while (!virtual.phone.daemon.busy) await systemClock.sleep(20, signal);
  const events: RunEvent[] = [];
  const following = (async () => {
    for await (const event of watch({ usbmuxd: virtual.address, to: scratch.path }, systemClock, signal))
      events.push(event);
  })();
  while (!told(events).includes('is making a backup')) await systemClock.sleep(20, signal);
  // It goes on when the watch has its own session with the phone.
  while (!events.some((event) => event.type === 'evidence.found')) await systemClock.sleep(20, signal);
  // It may not have fallen silent yet.
  while (events.at(-1)?.type !== 'run.finished') {
    virtual.phone.owner.act('nothing');
    await systemClock.sleep(200, signal);
  }
  await following;
  const end = events.at(-1);
  assert.ok(end?.type === 'run.finished');
  assert.equal(end.outcome, 'finished');
  await making;
});
