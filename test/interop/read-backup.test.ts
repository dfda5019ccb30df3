import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { extract } from '../../src/app/extract.ts';
import { systemClock } from '../../src/kit/clock.ts';
import { startVirtual } from '../../src/virtual/start.ts';
import { PhoneFolder } from '../support/app-data/phone-folder.ts';
import { modernPhone } from '../support/app-data/whole-phone.ts';
import { idevicebackup2, withIdevicebackup2 } from './support/backup2.ts';
import { scratchFolder } from './support/scratch.ts';

const PASSWORDS = ['a', 'pässwörd 密码 🔑', `${'long '.repeat(40)}end`] as const;

for (const password of [undefined, ...PASSWORDS]) {
  const kind = password === undefined ? 'plain' : `encrypted with ${JSON.stringify(password.slice(0, 20))}`;
  test(`what idevicebackup2 backed up, ${kind}, comes out byte for byte`, withIdevicebackup2, async () => {
    await using scratch = await scratchFolder();
    const contents = join(scratch.path, 'phone');
    modernPhone(new PhoneFolder(contents));
    const encryption =
      password === undefined ? {} : { encrypt: true, backupPassword: password, keybagRounds: 100 };
    await using virtual = await startVirtual({
      phone: { passcode: false, ...encryption },
      content: { folder: contents },
    });
    const made = await idevicebackup2(virtual, 'backup', scratch.path);
    assert.equal(made.status, 0, made.stdout + made.stderr);

    const to = join(scratch.path, 'out');
    const request = { folder: join(scratch.path, virtual.phone.udid), to, choice: {} };
    const opened = password === undefined ? request : { ...request, password };
    const result = await extract(opened, systemClock, () => {}, AbortSignal.timeout(60_000));
    assert.equal(result.failed, 0);
    const files = await filesIn(contents);
    assert.deepEqual(await filesIn(to), files);
    for (const file of files)
      assert.deepEqual(await readFile(join(to, file)), await readFile(join(contents, file)), file);

    const messages = await extract(
      { ...opened, as: 'messages' },
      systemClock,
      () => {},
      AbortSignal.timeout(60_000),
    );
    assert.equal(messages.failed, 0);
    assert.ok(messages.files >= 9);

    if (password === undefined) return;
    const wrong = extract(
      { ...request, password: `${password}x` },
      systemClock,
      () => {},
      AbortSignal.timeout(60_000),
    );
    await assert.rejects(wrong, { code: 'archive.wrong-password' });
  });
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1)).sort();
}
