import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtempDisposable, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { writeMbdb } from '../../test/support/mbdb-writer.ts';
import { repairBackup } from '../app/repair.ts';
import { systemClock } from '../kit/clock.ts';
import { viewOfFolder } from '../vault/backup-view.ts';
import { sealKey } from '../wire/class-keys.ts';
import { encryptFile } from '../wire/file-cipher.ts';
import { fileIdOf } from '../wire/file-id.ts';
import { createKeybag, encodeKeybag } from '../wire/keybag.ts';
import type { MbdbRecord } from '../wire/mbdb.ts';
import { encodeBinary } from '../wire/plist/binary-encode.ts';
import { openBackup } from './open-backup.ts';
import { verify } from './verify.ts';

const UDID = '0123456789abcdef0123456789abcdef01234567';
const PASSWORD = 'old but gold';
const NOTE = 'Dear diary, this is from before iOS 10.';

const common = {
  inode: 7,
  userId: 501,
  groupId: 501,
  lastModified: 1_400_000_000,
  lastAccessed: 1_400_000_001,
  lastStatusChange: 1_400_000_002,
  protectionClass: 4,
  properties: [],
};
const folder: MbdbRecord = { ...common, domain: 'HomeDomain', path: 'Library', mode: 0o040755, size: 0 };
const link: MbdbRecord = {
  ...common,
  domain: 'HomeDomain',
  path: 'Library/link',
  target: '/var',
  mode: 0o120755,
  size: 0,
};
const note: MbdbRecord = {
  ...common,
  domain: 'AppDomain-com.example.diary',
  path: 'Documents/über.txt',
  mode: 0o100644,
  size: Buffer.byteLength(NOTE),
};
const empty: MbdbRecord = { ...note, path: 'Documents/empty', size: 0 };
const files = [
  [note, NOTE],
  [empty, ''],
] as const;

/** A backup as iTunes made it with an iPhone before iOS 10: all files beside each other, the list in Manifest.mbdb. */
async function oldBackup(root: string, encrypted: boolean): Promise<void> {
  const { keybag, classKeys } = await createKeybag({ password: PASSWORD, rounds: 10, random: randomBytes });
  const { outer: _, ...before10 } = keybag;
  const stored: MbdbRecord[] = [folder, link];
  for (const [record, text] of files) {
    const key = randomBytes(32);
    const cipher = encryptFile(key);
    const bytes = encrypted ? Buffer.concat([cipher.update(text), cipher.final()]) : Buffer.from(text);
    await writeFile(join(root, fileIdOf(record.domain, record.path)), bytes);
    stored.push(encrypted ? { ...record, encryptionKey: sealKey(classKeys, 4, key) } : record);
  }
  await writeFile(join(root, 'Manifest.mbdb'), writeMbdb(stored));
  const lockdown = { UniqueDeviceID: UDID, ProductVersion: '9.3.5' };
  const manifest = { Version: '9.1', IsEncrypted: encrypted, Lockdown: lockdown };
  // Its keys are stretched twice, as later: what matters here is that there is no key of the list.
  const bag = encodeKeybag(encrypted ? keybag : before10);
  await writeFile(join(root, 'Manifest.plist'), encodeBinary({ ...manifest, BackupKeyBag: bag }));
  await writeFile(
    join(root, 'Status.plist'),
    encodeBinary({ BackupState: 'new', SnapshotState: 'finished', Version: '2.4', IsFullBackup: true }),
  );
  await writeFile(
    join(root, 'Info.plist'),
    encodeBinary({ 'Target Identifier': UDID, 'Product Version': '9.3.5', Applications: {} }),
  );
}

for (const encrypted of [false, true]) {
  describe(`a backup from before iOS 10, ${encrypted ? 'encrypted' : 'plain'}`, () => {
    test('is read like any other', async () => {
      await using root = await mkdtempDisposable(join(tmpdir(), 'thaw-mbdb-'));
      await oldBackup(root.path, encrypted);
      await using backup = await openBackup(viewOfFolder(root.path), { password: PASSWORD });
      assert.deepEqual(
        [...backup.entries()].map(({ kind, relativePath, size }) => [kind, relativePath, size]),
        [
          ['folder', 'Library', 0],
          ['link', 'Library/link', 0],
          ['file', 'Documents/über.txt', NOTE.length],
          ['file', 'Documents/empty', 0],
        ],
      );
      assert.equal(backup.find('HomeDomain', 'Library/link')?.target, '/var');
      const entry = backup.find(note.domain, note.path);
      assert.ok(entry);
      assert.deepEqual(entry.modified, new Date(1_400_000_000_000));
      const pieces = await Array.fromAsync(backup.read(entry));
      assert.equal(Buffer.concat(pieces).toString(), NOTE);
    });

    test('is repaired: what its list cannot hold goes, and the state before can be had again', async () => {
      await using root = await mkdtempDisposable(join(tmpdir(), 'thaw-mbdb-'));
      const folder = join(root.path, UDID);
      await mkdir(folder);
      await oldBackup(folder, encrypted);
      const list = join(folder, 'Manifest.mbdb');
      const before = await readFile(list);
      await rm(join(folder, fileIdOf(empty.domain, empty.path)));
      await writeFile(list, Buffer.concat([before, writeMbdb([note]).subarray(6, -9)]));

      const request = { folder, password: PASSWORD, dryRun: false };
      const { signal } = new AbortController();
      const { sound, mends } = await repairBackup(request, async () => true, systemClock, signal);
      assert.ok(sound);
      assert.deepEqual(
        mends.map(({ id, files }) => [id, files]),
        [['mbdb-list', [`${empty.domain} ${empty.path}`]]],
      );
      const { findings, files } = await verify(viewOfFolder(folder), { udid: UDID, password: PASSWORD });
      assert.deepEqual([findings, files], [[], 1]);
    });

    test('verifies, and its damage is found', async () => {
      await using root = await mkdtempDisposable(join(tmpdir(), 'thaw-mbdb-'));
      await oldBackup(root.path, encrypted);
      const prove = () =>
        verify(viewOfFolder(root.path), { udid: UDID, password: PASSWORD, depth: 'content' });
      const whole = await prove();
      assert.deepEqual([whole.findings, whole.depth, whole.read.files], [[], 'content', 2]);

      await writeFile(join(root.path, 'f'.repeat(40)), 'a file in no list');
      await rm(join(root.path, fileIdOf(empty.domain, empty.path)));
      assert.deepEqual((await prove()).findings.map(({ kind }) => kind).sort(), ['missing', 'orphan']);

      const list = join(root.path, 'Manifest.mbdb');
      await truncate(list, (await readFile(list)).length - 3);
      const cut = await prove();
      assert.equal(cut.findings[0]?.kind, 'damaged-manifest');
      assert.equal(cut.files, 1, 'what is left of the list is gone through');
    });
  });
}
