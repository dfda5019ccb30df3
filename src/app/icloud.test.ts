import assert from 'node:assert/strict';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { CloudSettings, CloudState } from '../cloud/backup-preferences.ts';
import { systemClock } from '../kit/clock.ts';
import type { RunEvent } from '../kit/run-event.ts';
import type { ScenarioInput } from '../virtual/scenario.ts';
import { startVirtual } from '../virtual/start.ts';
import { backup } from './backup.ts';
import { icloudVerdict, judge } from './icloud.ts';

const signal = AbortSignal.timeout(60_000);
const madeAt = new Date('2026-11-20T08:00:00Z');
const daysBefore = (days: number): Date => new Date(madeAt.getTime() - days * 86_400_000);
const on = (lastDays?: number): CloudSettings => ({
  enabled: true,
  lastCloudBackup: lastDays === undefined ? undefined : daysBefore(lastDays),
  lastLocalBackup: undefined,
});
const failed = (domain: string, code: number, days: number): CloudState => ({
  progress: undefined,
  attempts: 3,
  faults: [{ domain, code, at: daysBefore(days) }],
  sizes: [{ domain: 'CameraRollDomain', bytes: 30e9 }],
  totalBytes: 41e9,
  waitsForUnlock: false,
});

test('a failure since the last good one says why, how big it would be, and what to do', async () => {
  const { standing, cause, paragraph } = await judge(on(41), failed('MBErrorDomain', 303, 1), madeAt);
  assert.equal(standing, 'failing');
  assert.equal(cause?.id, 'icloud-full');
  assert.match(paragraph, /41 days before this one/);
  assert.match(paragraph, /no room left in iCloud/);
  assert.match(paragraph, /about 41\.0 GB, most of it photos and videos \(30\.0 GB\)/);
});

test('a failure before the last good one is history', async () => {
  assert.equal((await judge(on(1), failed('MBErrorDomain', 303, 12), madeAt)).standing, 'fine');
});

test('a number that nobody has published is shown and not interpreted', async () => {
  const { cause, paragraph } = await judge(on(5), failed('MBErrorDomain', 987, 1), madeAt);
  assert.equal(cause, null);
  assert.match(paragraph, /MBErrorDomain 987; what that means, nobody has published/);
});

test('no failure and no backup for weeks is told as that', async () => {
  assert.equal((await judge(on(30), undefined, madeAt)).standing, 'old');
  assert.equal((await judge(on(), undefined, madeAt)).standing, 'never');
  assert.equal((await judge({ ...on(3), enabled: false }, undefined, madeAt)).standing, 'off');
  assert.equal((await judge(undefined, undefined, madeAt)).standing, 'unknown');
});

/** Backs a virtual phone up that has had trouble with iCloud; the events, and where it went. */
async function backUp(scenario: ScenarioInput, to: string, password?: string): Promise<RunEvent[]> {
  await using virtual = await startVirtual({
    content: { files: 12, bytes: 300_000 },
    icloud: { begins: 'never', lastBackupDaysAgo: 41, history: [{ code: 209, daysAgo: 2 }] },
    ...scenario,
    phone: { passcode: false, icloudBackup: true, keybagRounds: 1000, ...scenario.phone },
  });
  const request = { usbmuxd: virtual.address, destination: to, full: false, password };
  return await Array.fromAsync(backup(request, systemClock, signal));
}

test('a local backup tells at its end why those to iCloud fail; so does its folder, whoever asks', async () => {
  await using scratch = await mkdtempDisposable(join(tmpdir(), 'thaw-icloud-'));
  const events = await backUp({}, scratch.path);
  const note = events.find((event) => event.type === 'note' && event.code === 'icloud-verdict');
  assert.ok(note?.type === 'note');
  assert.match(String(note.facts['paragraph']), /encryption keys of some files/);
  assert.equal(events.at(-1)?.type, 'run.finished');
  const verdict = await icloudVerdict({ folder: scratch.path }, signal);
  assert.equal(verdict?.cause?.id, 'icloud-keys-missing');
  assert.equal(verdict?.lastBackupDaysAgo, 41);
});

test('an encrypted one tells the same to who has its password', async () => {
  await using scratch = await mkdtempDisposable(join(tmpdir(), 'thaw-icloud-'));
  const events = await backUp(
    { phone: { encrypt: true, backupPassword: 'a password' } },
    scratch.path,
    'a password',
  );
  assert.ok(events.some((event) => event.type === 'note' && event.code === 'icloud-verdict'));
  await assert.rejects(icloudVerdict({ folder: scratch.path }, signal), { code: 'archive.password-needed' });
});
