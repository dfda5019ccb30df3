import assert from 'node:assert/strict';
import { truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { ScenarioInput } from '../../src/virtual/scenario.ts';
import { startVirtual } from '../../src/virtual/start.ts';
import { exitStatusOf, idevicebackup2, quickPhone, withIdevicebackup2 } from './support/backup2.ts';
import { scratchFolder } from './support/scratch.ts';

interface Refusal {
  readonly name: string;
  readonly scenario: ScenarioInput;
  readonly errorCode: number;
  readonly text: string;
}

const withPasscode = { ...quickPhone.phone, passcode: true };
const idle = [{ when: 'passcode-prompt', do: 'nothing' }] as const;

const refusals: readonly Refusal[] = [
  {
    name: 'a passcode prompt that nobody answers',
    scenario: { phone: withPasscode, owner: [...idle], speed: 200 },
    errorCode: 208,
    text: 'Device locked',
  },
  {
    name: 'a locked phone that nobody unlocks',
    scenario: { phone: { ...withPasscode, locked: true }, owner: [...idle], speed: 200 },
    errorCode: 208,
    text: 'Device locked',
  },
  {
    name: 'a locked phone of an iOS that does not ask',
    scenario: { phone: { ...withPasscode, locked: true, ios: '15.8', product: 'iPhone12,1' } },
    errorCode: 208,
    text: 'Device locked',
  },
  {
    name: 'more on the phone than the computer has room for, purged or not',
    scenario: { content: { files: 20, bytes: 40_000_000_000_000 }, speed: 20 },
    errorCode: 105,
    text: 'Insufficient free disk space on drive to back up',
  },
  {
    name: 'a phone that is still being set up',
    scenario: { phone: { ...quickPhone.phone, setupDone: false } },
    errorCode: 212,
    text: 'Unable to backup until Setup is finished',
  },
  {
    name: 'an iCloud restore in progress',
    scenario: { faults: [{ do: 'icloud-collision' }] },
    errorCode: 25,
    text: 'iTunes Backup is unavailable while an iCloud Restore is in progress',
  },
  {
    name: 'a management profile that demands a password nobody set',
    scenario: { phone: { ...quickPhone.phone, requiresEncryption: true } },
    errorCode: 207,
    text: 'No backup password set when required by device management',
  },
  {
    name: 'a file that cannot be read',
    scenario: { faults: [{ when: { file: 70 }, do: 'bad-file' }] },
    errorCode: 104,
    text: 'Multiple errors uploading files',
  },
];

for (const { name, scenario, errorCode, text } of refusals) {
  test(`refused with ${errorCode}: ${name}`, withIdevicebackup2, async () => {
    await using virtual = await startVirtual({ ...quickPhone, ...scenario });
    await using scratch = await scratchFolder();
    const { status, stdout } = await idevicebackup2(virtual, 'backup', scratch.path);
    assert.equal(status, exitStatusOf(errorCode), stdout);
    assert.ok(stdout.includes(`ErrorCode ${errorCode}: ${text} (MBErrorDomain/${errorCode})\n`), stdout);
    assert.ok(stdout.includes(`Backup Failed (Error Code ${errorCode}).`), stdout);
  });
}

test('refused with 205: an empty Manifest.plist in the destination', withIdevicebackup2, async () => {
  await using virtual = await startVirtual(quickPhone);
  await using scratch = await scratchFolder();
  await idevicebackup2(virtual, 'backup', scratch.path);
  await truncate(join(scratch.path, virtual.phone.udid, 'Manifest.plist'));
  const { status, stdout } = await idevicebackup2(virtual, 'backup', scratch.path);
  assert.equal(status, exitStatusOf(205), stdout);
  assert.match(
    stdout,
    /ErrorCode 205: Error reading backup properties .*zero-length data \(MBErrorDomain\/11\)/,
  );
});

test('cancelled on the phone: the program is told and leaves', withIdevicebackup2, async () => {
  await using virtual = await startVirtual({
    ...quickPhone,
    faults: [{ when: { file: 70 }, do: 'cancel-on-phone' }],
  });
  await using scratch = await scratchFolder();
  const { status, stdout } = await idevicebackup2(virtual, 'backup', scratch.path);
  assert.equal(status, 255);
  assert.match(stdout, /User has cancelled the backup process on the device\./);
});

test('another program holds the sync lock: the program gives up', withIdevicebackup2, async () => {
  await using virtual = await startVirtual({ ...quickPhone, faults: [{ do: 'busy-sync-lock' }] });
  await using scratch = await scratchFolder();
  const { status, stdout, stderr } = await idevicebackup2(virtual, 'backup', scratch.path);
  assert.equal(status, 255);
  assert.match(stdout + stderr, /timeout while locking for sync/);
});
