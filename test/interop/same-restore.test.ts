import assert from 'node:assert/strict';
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { type RestoreRequest, restoreBackup } from '../../src/app/restore.ts';
import { reduce } from '../../src/archive/reduce.ts';
import { verify } from '../../src/archive/verify.ts';
import { systemClock } from '../../src/kit/clock.ts';
import { type BackupView, viewOfFolder } from '../../src/vault/backup-view.ts';
import type { VirtualPhone } from '../../src/virtual/phone.ts';
import { type RunningVirtual, startVirtual } from '../../src/virtual/start.ts';
import { contentOf, idevicebackup2, quickPhone, withIdevicebackup2 } from './support/backup2.ts';
import { backUpWith, type Program } from './support/both-programs.ts';
import { scratchFolder } from './support/scratch.ts';

const APPS_FILE = '/iTunesRestore/RestoreApplications.plist';
const PLAIN = { systemFiles: false, keepSettings: true, removeOthers: false, reboot: false };

interface Way {
  readonly name: string;
  /** Who made the backup. */
  readonly maker: Program;
  readonly password?: string;
  readonly arguments: readonly string[];
  readonly options: RestoreRequest['options'];
}

/** What each program is asked, in its own terms. idevicebackup2 1.3.0 leaves removing to the phone unless it is told to. */
const WAYS: readonly Way[] = [
  {
    name: 'everything',
    maker: 'thaw',
    arguments: ['--system', '--settings', '--remove'],
    options: { ...PLAIN, systemFiles: true, keepSettings: false, removeOthers: true },
  },
  {
    name: 'without system files and settings',
    maker: 'idevicebackup2',
    arguments: ['--remove'],
    options: { ...PLAIN, removeOthers: true },
  },
  {
    name: 'with settings, from an encrypted backup',
    maker: 'thaw',
    password: 'pässword',
    arguments: ['--settings', '--remove', '--password', 'pässword'],
    options: { ...PLAIN, keepSettings: false, removeOthers: true },
  },
];

for (const way of WAYS) {
  test(
    `a backup made by ${way.maker}, restored ${way.name}: the phone holds the same after either program`,
    withIdevicebackup2,
    async () => {
      await using scratch = await scratchFolder();
      const { password } = way;
      const encrypted = password === undefined ? {} : { encrypt: true, backupPassword: password };
      await using virtual = await startVirtual([
        { ...quickPhone, phone: { ...quickPhone.phone, ...encrypted } },
        { ...quickPhone, seed: 2, content: { seed: 9, files: 20, bytes: 20_000 } },
        { ...quickPhone, seed: 3, content: { seed: 9, files: 20, bytes: 20_000 } },
      ]);
      await backUpWith(way.maker, virtual, scratch.path, password === undefined ? {} : { password });
      const [, one, other] = virtual.phones;
      assert.ok(one && other);
      const before = await stateOf(one);
      assert.deepEqual(await stateOf(other), before);
      await restoreWithIt(virtual, one, way, scratch.path);
      await restoreWithThaw(virtual, other, way, scratch.path);
      const after = await stateOf(one);
      assert.notDeepEqual(after.contents, before.contents);
      assert.deepEqual(await stateOf(other), after);
    },
  );
}

async function restoreWithIt(
  virtual: RunningVirtual,
  to: VirtualPhone,
  way: Way,
  folder: string,
): Promise<void> {
  const args = ['-u', to.udid, '-s', virtual.phone.udid, 'restore', '--no-reboot', ...way.arguments, folder];
  const { status, stdout } = await idevicebackup2(virtual, ...args);
  assert.equal(status, 0, stdout);
}

async function restoreWithThaw(
  virtual: RunningVirtual,
  to: VirtualPhone,
  { options, password }: Way,
  folder: string,
): Promise<void> {
  const request: RestoreRequest = {
    folder,
    udid: to.udid,
    usbmuxd: virtual.address,
    options,
    copyFirst: false,
    fetchApps: true,
    password: async () => password,
    confirm: async () => true,
  };
  for await (const _ of restoreBackup(request, systemClock, AbortSignal.timeout(60_000)));
}

/** All that a restore leaves on a phone: its contents, and what it is to fetch from the App Store. */
async function stateOf(phone: VirtualPhone) {
  const file = phone.media.find(APPS_FILE);
  const apps = file?.kind === 'file' ? file.contents.read(0, 1e6).toString() : undefined;
  return { contents: (await contentOf(phone)).digests(), apps };
}

test(
  'a part of an encrypted backup is a backup that idevicebackup2 restores',
  withIdevicebackup2,
  async () => {
    await using scratch = await scratchFolder();
    const phone = { ...quickPhone.phone, encrypt: true, backupPassword: 'p' };
    await using virtual = await startVirtual([
      { ...quickPhone, phone },
      { ...quickPhone, seed: 2, content: { files: 0, bytes: 0 } },
    ]);
    const whole = await backUpWith('thaw', virtual, join(scratch.path, 'whole'), { password: 'p' });
    const only = (all: readonly string[]) => all.filter((domain) => domain === 'MediaDomain');
    await using part = await reduce(viewOfFolder(whole), only, 'p', AbortSignal.timeout(60_000));
    const { udid } = virtual.phone;
    const { findings } = await verify(part.view, { udid, password: 'p', depth: 'content' });
    assert.deepEqual(findings, []);
    await writeOut(part.view, join(scratch.path, 'part', udid));
    const [from, to = from] = virtual.phones;
    const args = ['-u', to?.udid ?? '', '-s', udid, 'restore', '--no-reboot', '--password', 'p'];
    const { status, stdout } = await idevicebackup2(virtual, ...args, join(scratch.path, 'part'));
    assert.equal(status, 0, stdout);
    const expected = [...(await contentOf(virtual.phone)).digests()].filter(([name]) =>
      /^MediaDomain-/.test(name),
    );
    assert.ok(to && expected.length > 1);
    assert.deepEqual((await contentOf(to)).digests(), new Map(expected));
  },
);

/** A view as a folder that other programs can read. */
async function writeOut(view: BackupView, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for await (const { path, kind } of view.walk()) {
    if (kind === 'folder') await mkdir(join(folder, path));
    else await copyFile((await view.physicalPath(path)) ?? '', join(folder, path));
  }
}
