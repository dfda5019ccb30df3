import assert from 'node:assert/strict';
import { mkdir, mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { cacheFolder } from './cache-folder.ts';
import { installCommand } from './install-command.ts';

test('the one command that installs the programs, for each system', async () => {
  await using root = await mkdtempDisposable(join(tmpdir(), 'thaw-release-'));
  await mkdir(join(root.path, 'etc'));
  const linux = async (release: string): Promise<string | undefined> => {
    await writeFile(join(root.path, 'etc/os-release'), release);
    return await installCommand({ system: 'linux', root: root.path });
  };
  assert.equal(await linux('NAME="Linux Mint"\nID=linuxmint\nID_LIKE="ubuntu debian"\n'), APT);
  assert.match((await linux('ID=fedora\n')) ?? '', /^sudo dnf install/);
  assert.equal(await linux('ID=something-else\n'), undefined);
  assert.match((await installCommand({ system: 'macos', root: '' })) ?? '', /^brew install/);
  assert.equal(await installCommand({ system: 'windows', root: '' }), undefined);
});

const APT = 'sudo apt install irecovery idevicerestore';

test('downloads are kept where the system keeps such things', async () => {
  await using root = await mkdtempDisposable(join(tmpdir(), 'thaw-cache-'));
  assert.equal(await cacheFolder({ XDG_CACHE_HOME: root.path }, 'linux'), join(root.path, 'thaw/ios'));
  assert.equal(await cacheFolder({ LOCALAPPDATA: root.path }, 'win32'), join(root.path, 'thaw/ios'));
});
