import assert from 'node:assert/strict';
import { mkdir, mkdtempDisposable, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { MemoryHost } from '../../../test/virtual/memory-host.ts';
import { systemClock } from '../../kit/clock.ts';
import { agentOf } from '../backup-agent/agent.ts';
import { VirtualPhone } from '../phone.ts';
import { scenarioSchema } from '../scenario.ts';
import { backupContent } from './backup-content.ts';
import { PhoneContent } from './phone-content.ts';

/** A backup on disk, and what the phone held that it is of. */
async function makeBackup(folder: string, phoneOptions = {}): Promise<Map<string, string>> {
  const scenario = {
    phone: { passcode: false, keybagRounds: 1000, ...phoneOptions },
    content: { files: 60, bytes: 400_000 },
  };
  using phone = new VirtualPhone(scenarioSchema.parse(scenario), systemClock);
  const host = await MemoryHost.connect(phone);
  await host.request({ MessageName: 'Backup', TargetIdentifier: phone.udid, SourceIdentifier: 'it' });
  await host.leave();
  for (const [path, bytes] of host.files) {
    const target = join(folder, path.slice('it/'.length));
    await mkdir(join(target, '..'), { recursive: true });
    await writeFile(target, bytes);
  }
  return (await agentOf(phone)).content.digests();
}

for (const [kind, options] of [
  ['plain', {}],
  ['encrypted', { encrypt: true, backupPassword: 'secret' }],
] as const) {
  test(`a phone filled from its ${kind} backup holds what it held`, async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), 'thaw-backup-'));
    const held = await makeBackup(folder.path, options);
    using content = new PhoneContent(await backupContent(folder.path, 'secret'), systemClock.now);
    assert.deepEqual(content.digests(), held);
  });
}

test('a wrong password is told at once', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'thaw-backup-'));
  await makeBackup(folder.path, { encrypt: true, backupPassword: 'secret' });
  await assert.rejects(backupContent(folder.path, 'guess'), { code: 'wire.keybag' });
});

test('of a damaged backup the phone holds what is left', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'thaw-backup-'));
  const held = await makeBackup(folder.path);
  const messages = '3d0d7e5fb2ce288813306e4d4636395e047a3d28';
  await rm(join(folder.path, '3d', messages));
  await rm(join(folder.path, 'Manifest.plist'));
  using content = new PhoneContent(await backupContent(folder.path, ''), systemClock.now);
  held.delete('HomeDomain-Library/SMS/sms.db');
  assert.deepEqual(content.digests(), held);
});
