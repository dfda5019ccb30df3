import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { test } from 'node:test';
import type { VirtualPhone } from '../../src/virtual/phone.ts';
import type { ScenarioInput } from '../../src/virtual/scenario.ts';
import { type RunningVirtual, startVirtual } from '../../src/virtual/start.ts';
import {
  contentOf,
  exitStatusOf,
  idevicebackup2,
  quickPhone,
  withIdevicebackup2,
} from './support/backup2.ts';
import { scratchFolder } from './support/scratch.ts';

const empty = { ...quickPhone, seed: 2, content: { files: 0, bytes: 0 } } as const satisfies ScenarioInput;

/** A phone with contents, backed up, and an empty one to restore it to. */
async function pair(scratch: string, phone: ScenarioInput['phone'] = {}): Promise<RunningVirtual> {
  const virtual = await startVirtual([{ ...quickPhone, phone: { ...quickPhone.phone, ...phone } }, empty]);
  const { status, stdout } = await idevicebackup2(virtual, '-u', virtual.phone.udid, 'backup', scratch);
  assert.equal(status, 0, stdout);
  return virtual;
}

function emptyOne({ phones }: RunningVirtual): VirtualPhone {
  const phone = phones[1];
  assert.ok(phone);
  return phone;
}

function restoreTo(virtual: RunningVirtual, ...options: string[]) {
  const to = emptyOne(virtual).udid;
  return idevicebackup2(
    virtual,
    '-u',
    to,
    '-s',
    virtual.phone.udid,
    'restore',
    '--system',
    '--settings',
    ...options,
  );
}

async function digests(phone: VirtualPhone): Promise<Map<string, string>> {
  return (await contentOf(phone)).digests();
}

test(
  'restored to an empty phone, everything is there again, and the phone restarts',
  withIdevicebackup2,
  async () => {
    await using scratch = await scratchFolder();
    await using virtual = await pair(scratch.path);
    let restarted = false;
    using _watch = emptyOne(virtual).restarted.subscribe(() => {
      restarted = true;
    });
    const { status, stdout } = await restoreTo(virtual, '--reboot', scratch.path);
    assert.equal(status, 0, stdout);
    assert.match(stdout, /The device should reboot now\.\n.*Restore Successful\./s);
    assert.deepEqual(await digests(emptyOne(virtual)), await digests(virtual.phone));
    while (!restarted) await emptyOne(virtual).clock.sleep(50);
  },
);

test(
  'restored without its settings and system files, the phone keeps its own',
  withIdevicebackup2,
  async () => {
    await using scratch = await scratchFolder();
    await using virtual = await pair(scratch.path);
    const to = emptyOne(virtual);
    const { status, stdout } = await idevicebackup2(
      virtual,
      ...['-u', to.udid, '-s', virtual.phone.udid, 'restore', '--no-reboot', scratch.path],
    );
    assert.equal(status, 0, stdout);
    const [restored, all] = [await digests(to), await digests(virtual.phone)];
    const left = [...all.keys()].filter((key) => !restored.has(key));
    assert.ok(left.length > 0);
    for (const key of left) assert.match(key, /^SystemPreferencesDomain-|Library\/Preferences\//);
  },
);

test('--remove takes away what the backup does not hold', withIdevicebackup2, async () => {
  await using scratch = await scratchFolder();
  await using virtual = await pair(scratch.path);
  const content = await contentOf(emptyOne(virtual));
  const own = { domain: 'AppDomain-com.example.own', relativePath: 'Documents/mine' };
  content.change({ add: [{ ...own, bytes: 1000 }] });
  assert.equal((await restoreTo(virtual, '--no-reboot', '--remove', scratch.path)).status, 0);
  assert.deepEqual(content.digests(), await digests(virtual.phone));
});

test('--copy leaves a copy of the backup beside it', withIdevicebackup2, async () => {
  await using scratch = await scratchFolder();
  await using virtual = await startVirtual(quickPhone);
  await idevicebackup2(virtual, 'backup', scratch.path);
  const { status, stdout } = await idevicebackup2(virtual, 'restore', '--no-reboot', '--copy', scratch.path);
  assert.equal(status, 0, stdout);
  const names = (await readdir(scratch.path)).sort();
  assert.equal(names.length, 2);
  assert.match(names[1] ?? '', new RegExp(`^${virtual.phone.udid}-\\d{8}-\\d{6}$`));
});

test('an encrypted backup is restored with its password and no other', withIdevicebackup2, async () => {
  await using scratch = await scratchFolder();
  await using virtual = await pair(scratch.path, { encrypt: true, backupPassword: 'right' });
  const wrong = await restoreTo(virtual, '--no-reboot', '--password', 'wrong', scratch.path);
  assert.equal(wrong.status, exitStatusOf(207), wrong.stdout);
  assert.match(wrong.stdout, /ErrorCode 207: Invalid password when restoring encrypted backup/);
  assert.equal((await digests(emptyOne(virtual))).size, 0);

  const right = await restoreTo(virtual, '--no-reboot', '--password', 'right', scratch.path);
  assert.equal(right.status, 0, right.stdout);
  assert.deepEqual(await digests(emptyOne(virtual)), await digests(virtual.phone));
});

for (const { name, phone, errorCode } of [
  { name: 'while Find My is on', phone: { findMy: true }, errorCode: 211 },
  { name: 'to a phone without the room', phone: { storage: { free: 1000 } }, errorCode: 106 },
  { name: 'to an older iOS', phone: { ios: '18.1' }, errorCode: 203 },
]) {
  test(`refused with ${errorCode}: a restore ${name}`, withIdevicebackup2, async () => {
    await using scratch = await scratchFolder();
    const to = { ...empty, phone: { ...empty.phone, ...phone } };
    await using virtual = await startVirtual([quickPhone, to]);
    await idevicebackup2(virtual, '-u', virtual.phone.udid, 'backup', scratch.path);
    const { status, stdout } = await restoreTo(virtual, '--no-reboot', scratch.path);
    assert.equal(status, exitStatusOf(errorCode), stdout);
    assert.equal((await digests(emptyOne(virtual))).size, 0);
  });
}
