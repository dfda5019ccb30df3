import assert from 'node:assert/strict';
import { mkdir, mkdtempDisposable, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { OutputFolder } from './output-folder.ts';

const MAY = new Date('2024-05-17T12:00:00Z');

async function place() {
  return await mkdtempDisposable(join(tmpdir(), 'thaw-output-'));
}

test('a file is written under a safe name, with its time', async () => {
  await using folder = await place();
  const out = await OutputFolder.open(join(folder.path, 'new', 'deep'));
  const written = await out.write(['HomeDomain', 'a:b?.txt'], ['hello ', Buffer.from('world')], {
    modified: MAY,
  });
  assert.deepEqual(written, {
    path: 'HomeDomain/a_b_.txt',
    whole: 'HomeDomain/a_b_.txt',
    bytes: 11,
    result: 'written',
  });
  const path = join(folder.path, 'new', 'deep', written.path);
  assert.equal(await readFile(path, 'utf8'), 'hello world');
  assert.deepEqual((await stat(path)).mtime, MAY);
});

test('two that some disk takes for one are told apart', async () => {
  await using folder = await place();
  const out = await OutputFolder.open(folder.path);
  const names: string[] = [];
  for (const name of ['Photo.jpg', 'PHOTO.JPG', 'Phot\u006f.jpg', 'Photo.jpg/']) {
    names.push((await out.write([name.replace('/', ':')], [name])).path);
  }
  assert.deepEqual(names, ['Photo.jpg', 'PHOTO (2).JPG', 'Photo (3).jpg', 'Photo.jpg_']);
});

test('the second time nothing is written again, and a file that differs is left alone', async () => {
  await using folder = await place();
  await writeFile(join(folder.path, 'mine.txt'), 'my own words');
  for (const result of ['written', 'same'] as const) {
    const out = await OutputFolder.open(folder.path);
    const known = await out.write(['known.txt'], ['1234'], { modified: MAY, size: 4 });
    const page = await out.write(['page.html'], ['contents of unknown length']);
    const beside = await out.write(['mine.txt'], ['other words']);
    assert.deepEqual([known.result, page.result, beside.result], [result, result, result]);
    assert.equal(beside.path, 'mine (2).txt');
  }
  assert.equal(await readFile(join(folder.path, 'mine.txt'), 'utf8'), 'my own words');
  assert.deepEqual((await readdir(folder.path)).sort(), [
    'known.txt',
    'mine (2).txt',
    'mine.txt',
    'page.html',
  ]);
});

test('no link is followed, neither as a folder nor as a file', async () => {
  await using folder = await place();
  await using elsewhere = await place();
  await symlink(elsewhere.path, join(folder.path, 'HomeDomain'));
  await symlink(join(elsewhere.path, 'target.txt'), join(folder.path, 'file.txt'));
  const out = await OutputFolder.open(folder.path);
  await assert.rejects(out.write(['HomeDomain', 'a.txt'], ['x']), { code: 'extract.in-the-way' });
  assert.equal((await out.write(['file.txt'], ['x'])).path, 'file (2).txt');
  assert.deepEqual(await readdir(elsewhere.path), []);
});

test('names that would lead outside stay inside', async () => {
  await using folder = await place();
  await mkdir(join(folder.path, 'out'));
  const out = await OutputFolder.open(join(folder.path, 'out'));
  await out.write(['..', '..', 'etc', 'passwd'], ['x']);
  await out.within('../..').write(['/absolute'], ['x']);
  assert.deepEqual(await readdir(folder.path), ['out']);
});

test('contents that fail leave nothing behind', async () => {
  await using folder = await place();
  const out = await OutputFolder.open(folder.path);
  const failing = async function* () {
    yield 'half a file';
    throw new Error('the backup ends here');
  };
  await assert.rejects(out.write(['a.txt'], failing()), /ends here/);
  assert.deepEqual(await readdir(folder.path), []);
});
