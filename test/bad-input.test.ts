import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { mkdir, mkdtempDisposable, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { Exit } from '../src/app/exit-codes.ts';
import { agentOf } from '../src/virtual/backup-agent/agent.ts';
import type { ScenarioInput } from '../src/virtual/scenario.ts';
import { type RunningVirtual, startVirtual } from '../src/virtual/start.ts';
import { encodeXml } from '../src/wire/plist/xml-encode.ts';
import { thaw } from './support/thaw.ts';
import { contentsOnDisk, told } from './vault/contents.ts';
import { mountTmpfs } from './vault/mounted.ts';

const HEALTHY: ScenarioInput = {
  phone: { passcode: false },
  content: { seed: 1, files: 40, bytes: 400_000 },
};

const NOBODY_THERE = ['--unattended', '--wait', '0s'];

interface Place {
  readonly virtual: RunningVirtual;
  readonly destination: string;
}

/** What a person gets wrong, or finds wrong: the code in `--json`, the sentence, and the exit status. */
async function refused(
  scenario: ScenarioInput | readonly [ScenarioInput, ...ScenarioInput[]],
  prepare: (place: Place) => Promise<{ address?: string; to?: string }>,
  expected: { code: string; status: number; says: RegExp },
): Promise<void> {
  await using scratch = await mkdtempDisposable(join(tmpdir(), 'thaw-bad-'));
  await using virtual = await startVirtual(scenario);
  const destination = join(scratch.path, 'backups');
  await mkdir(destination);
  const { address = virtual.address, to = destination } = await prepare({ virtual, destination });
  const ended = await thaw(['backup', '--to', to, '--json', ...NOBODY_THERE], address);
  const events = ended.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const cause = events.find(({ type }) => type === 'cause.named')?.cause;
  assert.equal(cause?.id, expected.code, ended.stdout + ended.stderr);
  assert.match(cause.sentence, expected.says);
  assert.ok(cause.next.length > 0 && events.at(-1).type === 'run.finished');
  assert.equal(ended.status, expected.status);
}

const asIs = async () => ({});
const unplugged = async ({ virtual }: Place) => {
  virtual.phone.cable.unplug();
  return {};
};

describe('each thing that can be wrong has its code, its sentence and its exit status', {
  concurrency: 2,
}, () => {
  test('no usbmuxd', () =>
    refused(HEALTHY, async () => ({ address: '/nowhere/usbmuxd' }), {
      code: 'mux.absent',
      status: Exit.noPhone,
      says: /does not answer at \/nowhere\/usbmuxd/,
    }));

  test('an address that is none', () =>
    refused(HEALTHY, async () => ({ address: 'nonsense:port' }), {
      code: 'mux.address',
      status: Exit.usage,
      says: /nonsense:port/,
    }));

  test('no phone', () =>
    refused(HEALTHY, unplugged, {
      code: 'phone.none',
      status: Exit.noPhone,
      says: /No iPhone is connected/,
    }));

  test('several phones', () =>
    refused(
      [
        { ...HEALTHY, seed: 1 },
        { ...HEALTHY, seed: 2 },
      ],
      asIs,
      {
        code: 'phone.several',
        status: Exit.usage,
        says: /Several phones/,
      },
    ));

  test('a phone that was told not to trust', () =>
    refused({ phone: { trusted: 'denied' } }, asIs, {
      code: 'trust-denied',
      status: Exit.person,
      says: /Don’t Trust/,
    }));

  test('a phone whose passcode is not entered', () =>
    refused({ phone: {}, owner: [{ when: 'passcode-prompt', after: 0, do: 'cancel' }] }, asIs, {
      code: 'passcode-not-entered',
      status: Exit.person,
      says: /passcode/,
    }));

  test('a destination that is not there', () =>
    refused(HEALTHY, async ({ destination }) => ({ to: join(destination, 'no-such-disk') }), {
      code: 'destination.missing',
      status: Exit.usage,
      says: /no-such-disk does not exist/,
    }));

  test('a destination that is a file', () =>
    refused(
      HEALTHY,
      async ({ destination }) => {
        await writeFile(join(destination, 'file'), '');
        return { to: join(destination, 'file') };
      },
      { code: 'destination.not-a-folder', status: Exit.usage, says: /is not a folder/ },
    ));

  test('a destination that is a backup itself', () =>
    refused(
      HEALTHY,
      async ({ virtual, destination }) => {
        const folder = join(destination, virtual.phone.udid);
        await mkdir(folder);
        for (const name of ['Info.plist', 'Manifest.plist', 'Status.plist'])
          await writeFile(join(folder, name), encodeXml({}));
        return { to: folder };
      },
      { code: 'destination.is-a-backup', status: Exit.usage, says: /is a backup itself/ },
    ));

  test('the backup of another phone', () =>
    refused(
      HEALTHY,
      async ({ virtual, destination }) => {
        const folder = join(destination, virtual.phone.udid);
        await mkdir(folder);
        await writeFile(
          join(folder, 'Info.plist'),
          encodeXml({ 'Target Identifier': '00008101-000000000000001E' }),
        );
        return {};
      },
      {
        code: 'destination.other-phone',
        status: Exit.usage,
        says: /another phone \(00008101-000000000000001E\)/,
      },
    ));

  test('a damaged earlier backup is named, kept as an earlier state, and followed by a whole new one', async () => {
    await using scratch = await mkdtempDisposable(join(tmpdir(), 'thaw-bad-'));
    await using virtual = await startVirtual(HEALTHY);
    const backUp = () => thaw(['backup', '--to', scratch.path, '--json', ...NOBODY_THERE], virtual.address);
    assert.equal((await backUp()).status, Exit.done);
    await truncate(join(scratch.path, virtual.phone.udid, 'Manifest.plist'), 0);
    const { status, stdout } = await backUp();
    assert.match(stdout, /"id":"poisoned-destination"/);
    assert.equal(status, Exit.done, stdout);
    const history = await thaw(['history', scratch.path, '--json'], virtual.address);
    assert.match(history.stdout, /"state":"earlier"/);
  });
});

test('a disk that can only be read, and one that is too small', async (t) => {
  await using disk = await mountTmpfs(2_000_000);
  if (!disk) return t.skip('mounting is not permitted here');
  const to = async () => ({ to: disk.path });
  await refused(HEALTHY, to, { code: 'destination-full', status: Exit.person, says: /not enough room/ });
  await disk.readOnly();
  await refused(HEALTHY, to, {
    code: 'destination-read-only',
    status: Exit.person,
    says: /read/,
  });
});

test('a disk that fills up while the phone is sending: said so, and the earlier backup stays', async (t) => {
  // The phone wants 128 MiB more than it sends, so the room goes after it has looked.
  await using disk = await mountTmpfs(300_000_000);
  if (!disk) return t.skip('mounting is not permitted here');
  await using virtual = await startVirtual(HEALTHY);
  assert.equal((await thaw(['backup', '--to', disk.path], virtual.address)).status, Exit.done);
  const folder = join(disk.path, virtual.phone.udid);
  const before = told(contentsOnDisk(folder));
  const video = {
    domain: 'CameraRollDomain',
    relativePath: 'Media/DCIM/100APPLE/long.MOV',
    bytes: 60_000_000,
  };
  (await agentOf(virtual.phone)).content.change({ add: [video] });
  const filler = join(disk.path, 'filler');
  const logged = virtual.phone.logged.subscribe(({ text }) => {
    if (text.startsWith('uploadSize')) writeFileSync(filler, Buffer.alloc(260_000_000));
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
