import assert from 'node:assert/strict';
import { mkdtempDisposable, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { systemClock } from '../../kit/clock.ts';
import { PhoneContent } from '../content/phone-content.ts';
import { seededContent } from '../content/seeded-content.ts';
import { FileKeys } from './file-keys.ts';
import { isManifest, ManifestReader } from './manifest-reader.ts';
import { shards } from './shards.ts';
import { writeManifest } from './working-manifest.ts';

const never = new AbortController().signal;
const photo = { domain: 'CameraRollDomain', relativePath: 'Media/DCIM/100APPLE/IMG_0002.HEIC' };

for (const [kind, password] of [
  ['a plain', undefined],
  ['an encrypted', 'secret'],
] as const) {
  test(`${kind} manifest beside an older one tells what changed and what is gone`, async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), 'thaw-manifest-'));
    using content = new PhoneContent(seededContent({ seed: 1, files: 80, bytes: 500_000 }), systemClock.now);
    const keys = password === undefined ? undefined : await FileKeys.make(password, 'UDID', 1000);
    const [before, after] = [join(folder.path, 'before.db'), join(folder.path, 'after.db')];
    await writeManifest(before, content, keys, never);
    const slot = content.slotOf(photo) ?? -1;
    content.change({
      change: [photo],
      add: [{ domain: 'HomeDomain', relativePath: 'new', bytes: 5 }],
      remove: [{ domain: 'HomeDomain', relativePath: 'Library/SMS/sms.db' }],
    });
    await writeManifest(after, content, keys, never);

    using beside = new ManifestReader(after, before);
    assert.deepEqual(beside.changed(), [slot, content.slots - 1]);
    assert.deepEqual(beside.vanished(), ['3d0d7e5fb2ce288813306e4d4636395e047a3d28']);
    using alone = new ManifestReader(after);
    assert.equal(alone.changed().length, 80);
    assert.deepEqual(alone.vanished(), []);
    assert.deepEqual(shards.flatMap((shard) => alone.inShard(shard)).sort(), alone.changedFileIds().sort());
    const [first = '', second = ''] = beside.changedFileIds();
    assert.equal(beside.unchanged(first), undefined);
    assert.equal(new ManifestReader(before, before).unchanged(first), slot);
    assert.equal(beside.unchanged(second), undefined);
  });
}

test('the same contents and keys give the same manifest, byte for byte', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'thaw-manifest-'));
  const read = async (name: string): Promise<Buffer> => {
    using content = new PhoneContent(seededContent({ seed: 1, files: 80, bytes: 500_000 }), systemClock.now);
    const keys = await FileKeys.make('secret', 'UDID', 1000);
    const path = join(folder.path, name);
    await writeManifest(path, content, keys, never);
    return await readFile(path);
  };
  assert.deepEqual(await read('one.db'), await read('two.db'));
});

test('what a computer hands over instead of a manifest is recognised', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'thaw-manifest-'));
  for (const [name, bytes] of [
    ['empty', Buffer.alloc(0)],
    ['text', Buffer.from('not a database at all')],
    ['cut', Buffer.from('SQLite format 3\0')],
  ] as const) {
    await writeFile(join(folder.path, name), bytes);
    assert.equal(isManifest(join(folder.path, name)), false, name);
  }
});
