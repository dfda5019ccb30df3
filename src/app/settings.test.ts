import assert from 'node:assert/strict';
import { mkdtempDisposable, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { changeSettings, readSettings } from './settings.ts';

test('of many changes at the same moment none is lost, and nothing is left beside the file', async () => {
  await using scratch = await mkdtempDisposable(join(tmpdir(), 'thaw-settings-'));
  const file = join(scratch.path, 'state', 'settings.json');
  const names = Array.from({ length: 30 }, (_, index) => `/backups/${index}`);
  const added = names.map((name) =>
    changeSettings((settings) => ({ ...settings, folders: [...settings.folders, name] }), file),
  );
  await Promise.all([...added, changeSettings((settings) => ({ ...settings, theme: 'dark' }), file)]);
  const { folders, theme } = await readSettings(file);
  assert.deepEqual([folders, theme], [names, 'dark']);
  assert.deepEqual(await readdir(join(scratch.path, 'state')), ['settings.json']);
});

test('a change that cannot be kept is told, and does not stop the next', async () => {
  await using scratch = await mkdtempDisposable(join(tmpdir(), 'thaw-settings-'));
  const dark = (file: string) => changeSettings((settings) => ({ ...settings, theme: 'dark' }), file);
  await assert.rejects(dark(scratch.path), { code: 'EISDIR' });
  assert.equal((await dark(join(scratch.path, 'settings.json'))).theme, 'dark');
});
