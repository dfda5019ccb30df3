import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { startVirtual } from '../../src/virtual/start.ts';
import {
  assertBackedUp,
  contentOf,
  filesReceived,
  idevicebackup2,
  quickPhone,
  withIdevicebackup2,
} from './support/backup2.ts';
import { scratchFolder } from './support/scratch.ts';

const photo = (number: number) => ({
  domain: 'CameraRollDomain',
  relativePath: `Media/DCIM/100APPLE/IMG_${String(number).padStart(4, '0')}.HEIC`,
});
/** Status.plist four times, Manifest.plist and Manifest.db. */
const OWN_FILES = 6;

test(
  'a first backup, then one with nothing changed, then one with everything again',
  withIdevicebackup2,
  async () => {
    await using virtual = await startVirtual(quickPhone);
    await using scratch = await scratchFolder();
    const folder = join(scratch.path, virtual.phone.udid);
    const back = (...options: string[]) => idevicebackup2(virtual, 'backup', ...options, scratch.path);

    const first = await back();
    assert.equal(first.status, 0, first.stdout + first.stderr);
    assert.match(first.stdout, /Backup will be unencrypted\.\n.*Full backup mode\..*Backup Successful\./s);
    assert.equal(filesReceived(first), quickPhone.content.files + OWN_FILES);
    await assertBackedUp(folder, virtual.phone);

    const unchanged = await back();
    assert.match(unchanged.stdout, /Incremental backup mode\..*Backup Successful\./s);
    assert.equal(filesReceived(unchanged), OWN_FILES);
    await assertBackedUp(folder, virtual.phone);

    const full = await back('--full');
    assert.match(full.stdout, /Enforcing full backup from device\..*Backup Successful\./s);
    assert.equal(filesReceived(full), quickPhone.content.files + OWN_FILES);
    await assertBackedUp(folder, virtual.phone);
  },
);

test('an incremental backup after files were added, changed and removed', withIdevicebackup2, async () => {
  await using virtual = await startVirtual(quickPhone);
  await using scratch = await scratchFolder();
  const folder = join(scratch.path, virtual.phone.udid);
  await idevicebackup2(virtual, 'backup', scratch.path);
  const content = await contentOf(virtual.phone);

  content.change({
    add: [
      { ...photo(9001), bytes: 50_000 },
      {
        domain: 'AppDomain-com.example.new',
        relativePath: 'Documents/Ünïcode 🎈.txt',
        bytes: Buffer.from('hello'),
      },
      { domain: 'HomeDomain', relativePath: 'Library/empty', bytes: 0 },
    ],
    change: [photo(1), { ...photo(2), bytes: 123_456 }],
    remove: [photo(3), { domain: 'MediaDomain', relativePath: 'Library/SMS' }],
  });
  const changed = await idevicebackup2(virtual, 'backup', scratch.path);
  assert.equal(changed.status, 0, changed.stdout);
  assert.equal(filesReceived(changed), 5 + OWN_FILES);
  assert.match(changed.stdout, /Removing \d+ files/);
  await assertBackedUp(folder, virtual.phone);
});

test('an encrypted backup, and the one after it', withIdevicebackup2, async () => {
  const phone = { ...quickPhone.phone, encrypt: true, backupPassword: 'grüße' };
  await using virtual = await startVirtual({ ...quickPhone, phone });
  await using scratch = await scratchFolder();
  const folder = join(scratch.path, virtual.phone.udid);

  const first = await idevicebackup2(virtual, 'backup', scratch.path);
  assert.match(first.stdout, /Backup will be encrypted\..*Backup Successful\./s);
  await assertBackedUp(folder, virtual.phone, 'grüße');

  (await contentOf(virtual.phone)).change({ change: [photo(1)], remove: [photo(2)] });
  const next = await idevicebackup2(virtual, 'backup', scratch.path);
  assert.equal(next.status, 0, next.stdout);
  assert.equal(filesReceived(next), 1 + OWN_FILES);
  await assertBackedUp(folder, virtual.phone, 'grüße');
});

test(
  'files that change while the backup runs are in it as they are at its end',
  withIdevicebackup2,
  async () => {
    await using virtual = await startVirtual(quickPhone);
    await using scratch = await scratchFolder();
    const content = await contentOf(virtual.phone);
    using _watch = virtual.phone.logged.subscribe(({ text }) => {
      if (!text.startsWith('uploadSize') || content.slotOf(photo(9001)) !== undefined) return;
      content.change({ change: [photo(1)], add: [{ ...photo(9001), bytes: 1000 }], remove: [photo(2)] });
    });
    const { status, stdout } = await idevicebackup2(virtual, 'backup', scratch.path);
    assert.equal(status, 0, stdout);
    await assertBackedUp(join(scratch.path, virtual.phone.udid), virtual.phone);
  },
);

test(
  'the owner is asked for the passcode, and the computer is told of the prompt',
  withIdevicebackup2,
  async () => {
    await using virtual = await startVirtual({
      ...quickPhone,
      phone: { ...quickPhone.phone, passcode: true },
      owner: [{ when: 'passcode-prompt', after: 0.2, do: 'enter-passcode' }],
    });
    await using scratch = await scratchFolder();
    const notified: string[] = [];
    using _watch = virtual.phone.notified.subscribe((name) => void notified.push(name));
    const { status, stdout } = await idevicebackup2(virtual, 'backup', scratch.path);
    assert.equal(status, 0, stdout);
    const prompts = notified.filter((name) => name.startsWith('com.apple.LocalAuthentication.ui.'));
    assert.deepEqual(
      prompts.map((name) => name.split('.').at(-1)),
      ['presented', 'dismissed'],
    );
  },
);
