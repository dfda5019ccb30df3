import assert from 'node:assert/strict';
import { mkdir, mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { findBackup } from './find-backup.ts';

test('a backup is found by its own folder and by the one that holds it, with and without its phone named', async () => {
  await using place = await mkdtempDisposable(join(tmpdir(), 'thaw-find-'));
  const path = join(place.path, 'ABC');
  await mkdir(path);
  await writeFile(join(path, 'Manifest.db'), '');
  const found = { destination: place.path, udid: 'ABC', path };
  for (const folder of [path, place.path]) {
    for (const udid of [undefined, 'ABC']) assert.deepEqual(await findBackup(folder, udid), found);
    await assert.rejects(findBackup(folder, 'DEF'), { code: 'backup.none-here' });
  }
});
