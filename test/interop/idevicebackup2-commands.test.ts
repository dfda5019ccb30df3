import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { startVirtual } from '../../src/virtual/start.ts';
import {
  assertBackedUp,
  exitStatusOf,
  filesReceived,
  idevicebackup2,
  quickPhone,
  withIdevicebackup2,
} from './support/backup2.ts';
import { scratchFolder } from './support/scratch.ts';

test('info, list and unback answer as phones do since iOS 10', withIdevicebackup2, async () => {
  await using virtual = await startVirtual(quickPhone);
  await using scratch = await scratchFolder();
  await idevicebackup2(virtual, 'backup', scratch.path);
  for (const command of ['info', 'list']) {
    const { status, stdout } = await idevicebackup2(virtual, command, scratch.path);
    assert.equal(status, exitStatusOf(205));
    assert.match(
      stdout,
      /ErrorCode 205: .*No such file or directory at path .*Manifest\.mbdb \(MBErrorDomain\/4\)/,
    );
  }
  const { status, stdout } = await idevicebackup2(virtual, 'unback', scratch.path);
  assert.equal(status, 255);
  assert.match(stdout, /Could not receive from mobilebackup2 \(-4\)\n.*Unback Aborted\./s);
});

test('encryption is switched on, its password changed, and switched off', withIdevicebackup2, async () => {
  await using virtual = await startVirtual(quickPhone);
  await using scratch = await scratchFolder();
  const { backup } = virtual.phone;
  const folder = join(scratch.path, virtual.phone.udid);
  const tool = (...args: string[]) => idevicebackup2(virtual, ...args, scratch.path);
  await tool('backup');

  const on = await tool('encryption', 'on', 'first');
  assert.match(on.stdout, /Backup encryption has been enabled successfully\./);
  assert.equal(backup.willEncrypt, true);
  const encrypted = await tool('backup');
  assert.equal(filesReceived(encrypted), quickPhone.content.files + 6, 'a full backup');
  await assertBackedUp(folder, virtual.phone, 'first');

  const wrong = await tool('changepw', 'guess', 'second');
  assert.equal(wrong.status, exitStatusOf(207));
  assert.match(
    wrong.stdout,
    /ErrorCode 207: Invalid password .*\nCould not change backup encryption password\./,
  );
  const changed = await tool('changepw', 'first', 'second');
  assert.match(changed.stdout, /Backup encryption password has been changed successfully\./);
  assert.equal(backup.password, 'second');

  const refused = await tool('encryption', 'off', 'first');
  assert.equal(refused.status, exitStatusOf(207));
  const off = await tool('encryption', 'off', 'second');
  assert.match(off.stdout, /Backup encryption has been disabled successfully\./);
  assert.equal(backup.willEncrypt, false);
});

test('the owner must agree to a new password', withIdevicebackup2, async () => {
  await using virtual = await startVirtual({
    phone: { keybagRounds: 1000 },
    owner: [{ when: 'passcode-prompt', do: 'nothing' }],
    speed: 200,
  });
  await using scratch = await scratchFolder();
  const { status, stdout } = await idevicebackup2(virtual, 'encryption', 'on', 'secret', scratch.path);
  assert.equal(status, exitStatusOf(208), stdout);
  assert.equal(virtual.phone.backup.willEncrypt, false);
});

test('iCloud Backup is switched on and off', withIdevicebackup2, async () => {
  await using virtual = await startVirtual(quickPhone);
  await using scratch = await scratchFolder();
  const on = await idevicebackup2(virtual, 'cloud', 'on', scratch.path);
  assert.match(on.stdout, /Cloud backup has been enabled successfully\./);
  assert.equal(virtual.phone.backup.cloudBackupEnabled, true);
  const off = await idevicebackup2(virtual, 'cloud', 'off', scratch.path);
  assert.match(off.stdout, /Cloud backup has been disabled successfully\./);
  assert.equal(virtual.phone.backup.cloudBackupEnabled, false);
});
