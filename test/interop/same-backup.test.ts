import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { agentOf } from '../../src/virtual/backup-agent/agent.ts';
import type { ContentChange } from '../../src/virtual/content/phone-content.ts';
import type { ScenarioInput } from '../../src/virtual/scenario.ts';
import { startVirtual } from '../../src/virtual/start.ts';
import { backUpWith, type Program } from './support/both-programs.ts';
import { fingerprints } from './support/folders.ts';
import { needs, run } from './support/program.ts';
import { scratchFolder } from './support/scratch.ts';

const PHONE = { passcode: false } as const;
const CONTENT = { seed: 11, files: 400, bytes: 12_000_000 };
const PASSWORD = 'grüße, 世界';
const ENCRYPTED: ScenarioInput = {
  phone: { ...PHONE, encrypt: true, backupPassword: PASSWORD, keybagRounds: 1000 },
  content: CONTENT,
};

const added: ContentChange = {
  add: [
    { domain: 'CameraRollDomain', relativePath: 'Media/DCIM/100APPLE/new.HEIC', bytes: 70_000 },
    { domain: 'HomeDomain', relativePath: 'Library/Notes/empty-åäö', bytes: 0 },
  ],
};

/** Backs the same phone up with both programs, after each change, and compares the folders every time. */
async function compare(
  scenario: ScenarioInput,
  changes: readonly ContentChange[],
  password?: string,
): Promise<void> {
  await using virtual = await startVirtual(scenario);
  await using scratch = await scratchFolder();
  const { content } = await agentOf(virtual.phone);
  for (const change of [{}, ...changes]) {
    content.change(change);
    const [theirs, ours] = [
      await backUpWith('idevicebackup2', virtual, join(scratch.path, 'theirs')),
      await backUpWith(
        'thaw',
        virtual,
        join(scratch.path, 'ours'),
        password === undefined ? {} : { password },
      ),
    ];
    const [expected, found] = [await fingerprints(theirs), await fingerprints(ours)];
    assert.ok(expected.size > 100);
    assert.deepEqual(found, expected);
  }
}

const withTheirs = needs('idevicebackup2');

test('a first backup is the same as theirs, byte for byte', withTheirs, () =>
  compare({ phone: PHONE, content: CONTENT }, []),
);

test('so is one after files were added, changed and removed', withTheirs, async () => {
  const places = (await firstPhotos(6)).map((relativePath) => ({ domain: 'CameraRollDomain', relativePath }));
  await compare({ phone: PHONE, content: CONTENT }, [
    added,
    { change: places.slice(0, 3) },
    { remove: places.slice(3) },
  ]);
});

test('so is an encrypted one, and the one after it', withTheirs, () => compare(ENCRYPTED, [added], PASSWORD));

for (const [first, second] of [
  ['idevicebackup2', 'thaw'],
  ['thaw', 'idevicebackup2'],
] as const satisfies [Program, Program][]) {
  test(`a folder begun by ${first} is continued by ${second}`, withTheirs, async () => {
    await using virtual = await startVirtual({ phone: PHONE, content: CONTENT });
    await using scratch = await scratchFolder();
    const { content } = await agentOf(virtual.phone);
    const shared = join(scratch.path, 'shared');
    await backUpWith(first, virtual, shared);
    content.change(added);
    const continued = await backUpWith(second, virtual, shared);
    const fresh = await backUpWith(second, virtual, join(scratch.path, 'fresh'));
    const [found, expected] = [await fingerprints(continued), await fingerprints(fresh)];
    // A continued run says so; everything else is what a first run of the same phone gives.
    for (const files of [found, expected]) files.delete('Status.plist');
    assert.deepEqual(found, expected);
  });
}

for (const encrypted of [false, true]) {
  const kind = encrypted ? 'An encrypted' : 'A plain';
  test(
    `${kind.toLowerCase()} backup by Thaw is restored by idevicebackup2 on to an empty phone`,
    withTheirs,
    async () => {
      const scenario = encrypted ? ENCRYPTED : { phone: PHONE, content: CONTENT };
      await using scratch = await scratchFolder();
      await using original = await startVirtual(scenario);
      await backUpWith('thaw', original, scratch.path, { password: PASSWORD });
      await using empty = await startVirtual({ phone: PHONE, content: { seed: 1, files: 0, bytes: 0 } });
      const args = ['--source', original.phone.udid, 'restore', '--system', '--settings', '--no-reboot'];
      const password = encrypted ? ['--password', PASSWORD] : [];
      const { status, stdout } = await run('idevicebackup2', [...args, ...password, scratch.path], {
        address: empty.address,
        limitSeconds: 60,
      });
      assert.equal(status, 0, stdout);
      const [before, after] = await Promise.all(
        [original, empty].map(async ({ phone }) => (await agentOf(phone)).content.digests()),
      );
      assert.deepEqual(after, before);
    },
  );
}

/** Paths of photos the seeded phone has. */
async function firstPhotos(count: number): Promise<string[]> {
  await using virtual = await startVirtual({ phone: PHONE, content: CONTENT });
  const { content } = await agentOf(virtual.phone);
  const photos: string[] = [];
  for (let slot = 0; slot < content.slots && photos.length < count; slot += 1) {
    const entry = content.entry(slot);
    if (entry?.kind === 'file' && entry.domain === 'CameraRollDomain') photos.push(entry.relativePath);
  }
  return photos;
}
