import assert from 'node:assert/strict';
import { mkdir, mkdtempDisposable, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { systemClock } from '../../kit/clock.ts';
import { folderContent } from './folder-content.ts';
import { PhoneContent } from './phone-content.ts';

test('a folder of real files becomes domains where it names them, and files of the Files app elsewhere', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'thaw-content-'));
  await mkdir(join(folder.path, 'HomeDomain/Library'), { recursive: true });
  await mkdir(join(folder.path, 'Holiday 旅行'));
  await writeFile(join(folder.path, 'HomeDomain/Library/a.db'), 'database');
  await writeFile(join(folder.path, 'Holiday 旅行/photo.jpg'), '');
  await symlink('a.db', join(folder.path, 'HomeDomain/Library/b.db'));

  using content = new PhoneContent(await folderContent(folder.path), systemClock.now);
  const files = 'AppDomainGroup-group.com.apple.FileProvider.LocalStorage';
  const digests = content.digests();
  assert.deepEqual(Object.fromEntries([...digests].map(([key, digest]) => [key, digest.slice(0, 12)])), {
    [`${files}-`]: 'folder',
    [`${files}-File Provider Storage`]: 'folder',
    [`${files}-File Provider Storage/Holiday 旅行`]: 'folder',
    [`${files}-File Provider Storage/Holiday 旅行/photo.jpg`]: 'e3b0c44298fc',
    'HomeDomain-': 'folder',
    'HomeDomain-Library': 'folder',
    'HomeDomain-Library/a.db': '3549b0028b75',
    'HomeDomain-Library/b.db': 'symlink a.db',
  });
});

test('a folder that is not there is an error at once', async () => {
  await assert.rejects(folderContent('/nowhere'), { code: 'ENOENT' });
});
