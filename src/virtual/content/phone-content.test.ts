import assert from 'node:assert/strict';
import { test } from 'node:test';
import { systemClock } from '../../kit/clock.ts';
import { PhoneContent } from './phone-content.ts';
import { seededContent } from './seeded-content.ts';

const photo = { domain: 'CameraRollDomain', relativePath: 'Media/DCIM/100APPLE/IMG_0001.HEIC' };
const seeded = () => new PhoneContent(seededContent({ seed: 3, files: 40, bytes: 400_000 }), systemClock.now);

function textAt(content: PhoneContent, place: typeof photo): string {
  const slot = content.slotOf(place);
  assert.ok(slot !== undefined);
  return Buffer.concat([...content.bytes(slot)]).toString();
}

test('what is added, changed and removed shows, and nothing else does', () => {
  using content = seeded();
  const before = content.digests();
  const added = { domain: 'HomeDomain', relativePath: 'Documents/new/ä.txt' };
  content.change({
    add: [{ ...added, bytes: Buffer.from('hello') }],
    change: [{ ...photo, bytes: 12_345 }],
    remove: [{ domain: 'MediaDomain', relativePath: 'Library/SMS' }],
  });
  const after = content.digests();
  assert.equal(textAt(content, added), 'hello');
  const keys = new Set([...before.keys(), ...after.keys()]);
  for (const key of keys) {
    if (before.get(key) === after.get(key)) continue;
    assert.match(key, /^HomeDomain-Documents|^MediaDomain-Library\/SMS|IMG_0001/);
  }
  assert.equal(after.get('HomeDomain-Documents/new'), 'folder');
  assert.equal(after.get('MediaDomain-Library/SMS'), undefined);
  assert.equal(after.get('MediaDomain-Library'), 'folder');
  assert.equal(content.entry(content.slotOf(photo) ?? -1)?.size, 12_345);
});

test('a file changed without saying how keeps its size, gets other bytes and a later date', () => {
  using content = seeded();
  const slot = content.slotOf(photo) ?? -1;
  const key = 'CameraRollDomain-Media/DCIM/100APPLE/IMG_0001.HEIC';
  const [old, digests] = [content.entry(slot), content.digests()];
  content.change({ change: [photo] });
  const changed = content.entry(slot);
  assert.ok(old && changed);
  assert.equal(changed.size, old.size);
  assert.ok(changed.modified > old.modified);
  assert.notEqual(content.digests().get(key), digests.get(key));
});

test('bodies that arrive interleaved are kept apart', () => {
  using content = new PhoneContent(seededContent({ seed: 1, files: 0, bytes: 0 }), systemClock.now);
  const [a, b] = [content.newBody(), content.newBody()];
  for (const [body, text] of [
    [a, 'one '],
    [b, 'three '],
    [a, 'two'],
    [b, 'four'],
  ] as const)
    body.append(Buffer.from(text));
  const entry = {
    ...photo,
    kind: 'file',
    mode: 0o100644,
    modified: 1,
    birth: 1,
    protectionClass: 3,
    inode: 1,
  } as const;
  content.put({ ...entry, size: a.size }, a);
  content.put({ ...entry, relativePath: 'b', size: b.size }, b);
  assert.equal(textAt(content, photo), 'one two');
  assert.equal(textAt(content, { ...photo, relativePath: 'b' }), 'three four');
});

test('a change that cannot be is refused', () => {
  using content = seeded();
  assert.throws(() => content.change({ add: [{ ...photo, bytes: 1 }] }), { code: 'virtual.content' });
  assert.throws(() => content.change({ remove: [{ ...photo, relativePath: 'nowhere' }] }), {
    code: 'virtual.content',
  });
});
