import assert from 'node:assert/strict';
import { cp, mkdtempDisposable, readdir, readFile, rename, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { backup } from '../app/backup.ts';
import { systemClock } from '../kit/clock.ts';
import { viewOfFolder } from '../vault/backup-view.ts';
import { startVirtual } from '../virtual/start.ts';
import { asDict } from '../wire/plist/access.ts';
import { encodeBinary } from '../wire/plist/binary-encode.ts';
import { decodePlist } from '../wire/plist/decode.ts';
import type { Finding } from './finding.ts';
import { verify } from './verify.ts';

const PASSWORD = 'päss';
const content = { seed: 4, files: 60, bytes: 600_000 };
const phones = {
  plain: { phone: { passcode: false }, content },
  encrypted: {
    phone: { passcode: false, encrypt: true, backupPassword: PASSWORD, keybagRounds: 100 },
    content,
  },
} as const;

/** Good backups, made once; every test damages a copy. */
const made = new AsyncDisposableStack();
let goodPlain = '';
let goodEncrypted = '';
let udid = '';

async function make(scenario: (typeof phones)[keyof typeof phones]): Promise<string> {
  const folder = made.use(await mkdtempDisposable(join(tmpdir(), 'thaw-verify-')));
  await using virtual = await startVirtual(scenario);
  udid = virtual.phone.udid;
  const request = { usbmuxd: virtual.address, destination: folder.path, full: false };
  for await (const _ of backup(request, systemClock, AbortSignal.timeout(30_000)));
  return join(folder.path, udid);
}

before(async () => {
  goodPlain = await make(phones.plain);
  goodEncrypted = await make(phones.encrypted);
});
after(() => made[Symbol.asyncDispose]());

async function damaged(
  good: string,
  damage: (folder: string) => Promise<unknown>,
  password?: string,
): Promise<readonly Finding[]> {
  await using copy = await mkdtempDisposable(join(tmpdir(), 'thaw-verify-'));
  await cp(good, copy.path, { recursive: true });
  await damage(copy.path);
  const options = { udid, ...(password !== undefined && { password }) };
  return (await verify(viewOfFolder(copy.path), options)).findings;
}

async function someFile(folder: string): Promise<string> {
  const name = (await readdir(folder, { recursive: true }))
    .sort()
    .find((path) => /^..\/[0-9a-f]{40}$/.test(path));
  assert.ok(name);
  return join(folder, name);
}

const kinds = (findings: readonly Finding[]): string[] => findings.map(({ kind }) => kind);

describe('verify', () => {
  test('a good backup has no findings, and every file was looked at', async () => {
    const proof = await verify(viewOfFolder(goodPlain), { udid });
    assert.deepEqual([proof.findings, proof.depth, proof.encrypted], [[], 'files', false]);
    assert.equal(proof.files, content.files);
  });

  test('an encrypted one is opened with its password, and not without', async () => {
    const closed = await verify(viewOfFolder(goodEncrypted), { udid });
    assert.deepEqual([closed.findings, closed.depth], [[], 'structure']);
    const open = await verify(viewOfFolder(goodEncrypted), { udid, password: PASSWORD });
    assert.deepEqual([open.findings, open.depth, open.files], [[], 'files', content.files]);
    const wrong = await verify(viewOfFolder(goodEncrypted), { udid, password: 'wrong' });
    assert.deepEqual(wrong.findings, [{ kind: 'wrong-password' }]);
  });

  for (const [name, good] of [
    ['plain', () => goodPlain],
    ['encrypted', () => goodEncrypted],
  ] as const) {
    test(`a missing and a cut file of a ${name} backup are named with domain and path`, async () => {
      const away = await damaged(
        good(),
        async (folder) => rename(await someFile(folder), join(folder, 'away')),
        PASSWORD,
      );
      assert.ok(away[0]?.kind === 'missing' && away[0].domain.endsWith('Domain') && away[0].path.length > 0);
      const cut = await damaged(good(), async (folder) => truncate(await someFile(folder), 1), PASSWORD);
      assert.ok(cut[0]?.kind === 'wrong-size' && cut[0].found === 1);
    });
  }

  test('empty and unreadable metadata are findings, not crashes', async () => {
    for (const file of ['Info.plist', 'Status.plist', 'Manifest.plist']) {
      assert.ok(
        kinds(await damaged(goodPlain, (folder) => truncate(join(folder, file), 0))).includes(
          'missing-metadata',
        ),
      );
      const noise = await damaged(goodPlain, (folder) => writeFile(join(folder, file), 'bplist00noise'));
      assert.ok(kinds(noise).includes('damaged-metadata'), file);
    }
  });

  test('a database that is cut or overwritten is damaged', async () => {
    const cut = await damaged(goodPlain, (folder) => truncate(join(folder, 'Manifest.db'), 5000));
    assert.deepEqual(kinds(cut), ['damaged-database']);
    const overwritten = await damaged(goodPlain, (folder) =>
      writeFile(join(folder, 'Manifest.db'), 'not a database'),
    );
    assert.deepEqual(kinds(overwritten), ['damaged-database']);
  });

  test('a run that never finished, another phone, and a file nobody refers to', async () => {
    const unfinished = await damaged(goodPlain, (folder) =>
      say(folder, 'Status.plist', 'SnapshotState', 'uploading'),
    );
    assert.deepEqual(unfinished, [{ kind: 'unfinished', state: 'uploading' }]);
    const other = await damaged(goodPlain, (folder) =>
      say(folder, 'Info.plist', 'Target Identifier', 'another'),
    );
    assert.deepEqual(other, [{ kind: 'other-phone', file: 'Info.plist', udid: 'another' }]);
    const orphan = await damaged(goodPlain, (folder) => writeFile(join(folder, '00', '0'.repeat(40)), ''));
    assert.deepEqual(kinds(orphan), ['orphan']);
  });
});

async function say(folder: string, file: string, key: string, value: string): Promise<void> {
  const dict = asDict(decodePlist(await readFile(join(folder, file))));
  await writeFile(join(folder, file), encodeBinary(new Map([...dict, [key, value]])));
}
