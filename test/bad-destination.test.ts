import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { chmod, mkdir, mkdtempDisposable, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Exit } from '../src/app/exit-codes.ts';
import { agentOf } from '../src/virtual/backup-agent/agent.ts';
import type { ScenarioInput } from '../src/virtual/scenario.ts';
import { startVirtual } from '../src/virtual/start.ts';
import { encodeXml } from '../src/wire/plist/xml-encode.ts';
import { NOBODY_THERE, type Refusal, refused } from './support/refused.ts';
import { asMereUser, holdingNoFileOver } from './support/rights.ts';
import { type ThawOptions, thaw } from './support/thaw.ts';
import { contentsOnDisk, told } from './vault/contents.ts';
import { mountTmpfs } from './vault/mounted.ts';

const HEALTHY: ScenarioInput = {
  phone: { passcode: false },
  content: { seed: 1, files: 10, bytes: 10_000_000, equalSizes: true },
};

interface Wrong extends Refusal, ThawOptions {
  /** Makes it inside an empty folder, and gives what is then asked for; that folder where nothing is given. */
  readonly make: (folder: string, udid: string) => Promise<string | undefined>;
  readonly option?: { readonly skip: string | false };
}

const destinations: Readonly<Record<string, Wrong>> = {
  'it is not there': {
    make: async (folder) => join(folder, 'no-such-disk'),
    code: 'destination.missing',
    status: Exit.usage,
    says: /no-such-disk does not exist/,
  },
  'it is a file': {
    make: async (folder) => {
      await writeFile(join(folder, 'file'), '');
      return join(folder, 'file');
    },
    code: 'destination.not-a-folder',
    status: Exit.usage,
    says: /is not a folder/,
  },
  'it is a backup itself': {
    make: async (folder, udid) => {
      await mkdir(join(folder, udid));
      for (const name of ['Info.plist', 'Manifest.plist', 'Status.plist'])
        await writeFile(join(folder, udid, name), encodeXml({}));
      return join(folder, udid);
    },
    code: 'destination.is-a-backup',
    status: Exit.usage,
    says: /is a backup itself/,
  },
  'it holds the backup of another phone in the place of this one’s': {
    make: async (folder, udid) => {
      await mkdir(join(folder, udid));
      const info = encodeXml({ 'Target Identifier': '00008101-000000000000001E' });
      await writeFile(join(folder, udid, 'Info.plist'), info);
      return undefined;
    },
    code: 'destination.other-phone',
    status: Exit.usage,
    says: /another phone \(00008101-000000000000001E\)/,
  },
  'this user may not write to it': {
    ...asMereUser,
    make: async (folder) => {
      await chmod(folder, 0o555);
      return undefined;
    },
    code: 'destination.not-writable',
    cause: 'destination-forbidden',
    status: Exit.person,
    says: /This user may not write to the folder/,
  },
  'its disk holds no file as large as one of the phone’s': {
    // FAT ends at 4 GiB, with the same error.
    ...holdingNoFileOver(600_000),
    make: async () => undefined,
    code: 'backup.write-failed',
    cause: 'fat-limit',
    status: Exit.failed,
    says: /format holds no file over 4 GB/,
  },
};

test('what is wrong with the destination has its code, its sentence and its exit status', async (t) => {
  await using virtual = await startVirtual(HEALTHY);
  const { address, phone } = virtual;

  for (const [name, { make, option = {}, through, ...expected }] of Object.entries(destinations))
    await t.test(name, option, async () => {
      await using folder = await mkdtempDisposable(join(tmpdir(), 'thaw-bad-'));
      const to = (await make(folder.path, phone.udid)) ?? folder.path;
      await refused({ address, to, ...(through && { through }) }, expected);
    });

  await t.test('its disk is too small, or can only be read', async (t) => {
    await using disk = await mountTmpfs(2_000_000);
    if (!disk) return t.skip('mounting is not permitted here');
    await refused(
      { address, to: disk.path },
      { code: 'backup.no-space', cause: 'destination-full', status: Exit.person, says: /not enough room/ },
    );
    await disk.readOnly();
    await refused(
      { address, to: disk.path },
      {
        code: 'destination.read-only',
        cause: 'destination-read-only',
        status: Exit.person,
        says: /can only be read/,
      },
    );
  });

  await t.test(
    'its earlier backup is damaged: that is kept as an earlier state, and a whole new one made',
    async () => {
      await using folder = await mkdtempDisposable(join(tmpdir(), 'thaw-bad-'));
      const backUp = () => thaw(['backup', '--to', folder.path, '--json', ...NOBODY_THERE], address);
      assert.equal((await backUp()).status, Exit.done);
      await truncate(join(folder.path, phone.udid, 'Manifest.plist'), 0);
      const { status, stdout } = await backUp();
      assert.match(stdout, /"id":"poisoned-destination"/);
      assert.equal(status, Exit.done, stdout);
      const history = await thaw(['history', folder.path, '--json'], address);
      assert.match(history.stdout, /"state":"earlier"/);
    },
  );
});

test('what is wrong is said once, also to who reads both outputs together', async () => {
  const backUp = ['backup', '--to', '/nowhere'];
  const apart = await thaw(backUp, '/nowhere/usbmuxd');
  const together = await thaw(backUp, '/nowhere/usbmuxd', {
    through: (command) => ['sh', '-c', '"$@" 2>&1', 'sh', ...command],
  });
  for (const { stderr, stdout } of [{ ...apart, stdout: '' }, together])
    assert.equal((stdout + stderr).match(/nowhere does not exist/g)?.length, 1);
});

test('a disk that fills up while the phone is sending: said so, and the earlier backup stays', async (t) => {
  // The phone wants 128 MiB more than it sends, so the room goes after it has looked.
  await using disk = await mountTmpfs(200_000_000);
  if (!disk) return t.skip('mounting is not permitted here');
  await using virtual = await startVirtual(HEALTHY);
  assert.equal((await thaw(['backup', '--to', disk.path], virtual.address)).status, Exit.done);
  const folder = join(disk.path, virtual.phone.udid);
  const before = told(contentsOnDisk(folder));
  const video = {
    domain: 'CameraRollDomain',
    relativePath: 'Media/DCIM/100APPLE/long.MOV',
    bytes: 25_000_000,
  };
  (await agentOf(virtual.phone)).content.change({ add: [video] });
  const filler = join(disk.path, 'filler');
  const logged = virtual.phone.logged.subscribe(({ text }) => {
    if (text.startsWith('uploadSize')) writeFileSync(filler, Buffer.alloc(180_000_000));
  });
  const { status, stdout } = await thaw(
    ['backup', '--to', disk.path, '--json', ...NOBODY_THERE],
    virtual.address,
  );
  const finished = JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
  assert.deepEqual([finished.cause, finished.previous], ['destination-full', 'intact'], stdout);
  assert.equal(status, Exit.person);
  assert.deepEqual(told(contentsOnDisk(folder)), before);
  logged[Symbol.dispose]();
  await rm(filler);
  const again = await thaw(['backup', '--to', disk.path, '--json'], virtual.address);
  assert.equal(again.status, Exit.done, again.stdout);
});
