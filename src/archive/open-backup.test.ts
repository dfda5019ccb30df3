import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cp, mkdtempDisposable, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { ENCRYPTED, type MadeBackup, makeBackup, PASSWORD, PLAIN } from '../../test/support/made-backup.ts';
import { viewOfFolder } from '../vault/backup-view.ts';
import { type BackupEntry, type OpenBackup, openBackup } from './open-backup.ts';

const content = { seed: 9, files: 40, bytes: 400_000 };
const added = {
  add: [
    { domain: 'HomeDomain', relativePath: 'Library/Notes/empty-åäö', bytes: 0 },
    { domain: 'HomeDomain', relativePath: 'Library/Notes/block', bytes: 16 },
    { domain: 'HomeDomain', relativePath: 'Library/Notes/世界.txt', bytes: 300_000 },
  ],
};
const made = new AsyncDisposableStack();
const backups = new Map<string, MadeBackup>();
const kinds = { plain: PLAIN, encrypted: ENCRYPTED } as const;

before(async () => {
  for (const [kind, phone] of Object.entries(kinds))
    backups.set(kind, made.use(await makeBackup({ phone, content }, added)));
});
after(() => made[Symbol.asyncDispose]());

function backupOf(kind: string): MadeBackup {
  const backup = backups.get(kind);
  assert.ok(backup);
  return backup;
}

async function opened(kind: keyof typeof kinds): Promise<OpenBackup> {
  return await openBackup(viewOfFolder(backupOf(kind).folder), { password: PASSWORD });
}

async function digestOf(pieces: AsyncIterable<Buffer>): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of pieces) hash.update(piece);
  return hash.digest('hex');
}

/** As the phone tells what it held. */
async function asHeld(backup: OpenBackup, entry: BackupEntry): Promise<string> {
  if (entry.kind === 'file') return await digestOf(backup.read(entry));
  return entry.kind === 'link' ? `symlink ${entry.target}` : 'folder';
}

function found(backup: OpenBackup, domain: string, relativePath: string): BackupEntry {
  const entry = backup.find(domain, relativePath);
  assert.ok(entry);
  return entry;
}

for (const kind of ['plain', 'encrypted'] as const) {
  describe(`of ${kind === 'plain' ? 'a plain' : 'an encrypted'} backup`, () => {
    test('everything reads as it was on the phone', async () => {
      await using backup = await opened(kind);
      assert.equal(backup.encrypted, kind === 'encrypted');
      const read = new Map<string, string>();
      for (const entry of backup.entries())
        read.set(`${entry.domain}-${entry.relativePath}`, await asHeld(backup, entry));
      assert.deepEqual(read, backupOf(kind).held);
      assert.equal(backup.unreadableRows, 0);
      assert.equal([...backup.entries()].length, backup.count());
    });

    test('entries can be found and filtered, and say what the phone said', async () => {
      await using backup = await opened(kind);
      const note = found(backup, 'HomeDomain', 'Library/Notes/世界.txt');
      assert.deepEqual([note.kind, note.size, note.mode], ['file', 300_000, 0o100644]);
      assert.equal(backup.find('HomeDomain', 'Library/Notes/nothing'), undefined);
      const notes = backup.entries({ domain: 'HomeDomain', pathGlob: 'Library/Notes/*' });
      assert.deepEqual(
        [...notes]
          .filter((entry) => entry.kind === 'file')
          .map((entry) => entry.size)
          .sort((a, b) => a - b),
        [0, 16, 300_000],
      );
      assert.ok(
        [...backup.entries({ domainGlob: 'AppDomain-*' })].every((entry) =>
          entry.domain.startsWith('AppDomain-'),
        ),
      );
    });

    test('a database opens with SQLite', async () => {
      await using backup = await opened(kind);
      await using messages = await backup.openDatabase('HomeDomain', 'Library/SMS/sms.db');
      const count = messages?.database.prepare('SELECT count(*) AS messages FROM message').get();
      assert.ok(Number(count?.['messages']) > 0);
      assert.equal(await backup.openDatabase('HomeDomain', 'Library/none.db'), undefined);
      await assert.rejects(backup.openDatabase('HomeDomain', 'Library/Notes/block'), {
        code: 'archive.damaged',
      });
    });

    test('a file that is gone, cut or damaged is told, each in its way', async () => {
      await using copy = await mkdtempDisposable(join(tmpdir(), 'thaw-open-'));
      await cp(backupOf(kind).folder, copy.path, { recursive: true });
      await using backup = await openBackup(viewOfFolder(copy.path), { password: PASSWORD });
      const note = found(backup, 'HomeDomain', 'Library/Notes/世界.txt');
      const place = join(copy.path, note.fileId.slice(0, 2), note.fileId);
      await truncate(place, 1001);
      const cut = kind === 'plain' ? 'archive.file-cut' : 'archive.undecryptable';
      await assert.rejects(digestOf(backup.read(note)), { code: cut });
      await rm(place);
      await assert.rejects(digestOf(backup.read(note)), { code: 'archive.file-missing' });
    });
  });
}

test('the password of an encrypted backup is needed, and must be right', async () => {
  const view = viewOfFolder(backupOf('encrypted').folder);
  await assert.rejects(openBackup(view, {}), { code: 'archive.password-needed' });
  await assert.rejects(openBackup(view, { password: 'guess' }), { code: 'archive.wrong-password' });
  const stop = AbortSignal.abort(new Error('enough'));
  await assert.rejects(openBackup(view, { password: PASSWORD }, stop), /enough/);
});

test('no list of files, and one that is no database', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'thaw-open-'));
  await assert.rejects(openBackup(viewOfFolder(folder.path), {}), { code: 'archive.no-manifest' });
  await writeFile(join(folder.path, 'Manifest.db'), 'no database at all');
  await assert.rejects(openBackup(viewOfFolder(folder.path), {}), { code: 'archive.damaged' });
});

test('a plain backup that has lost its plists can still be read', async () => {
  await using copy = await mkdtempDisposable(join(tmpdir(), 'thaw-open-'));
  await cp(backupOf('plain').folder, copy.path, { recursive: true });
  for (const file of ['Info.plist', 'Status.plist', 'Manifest.plist']) await rm(join(copy.path, file));
  await using backup = await openBackup(viewOfFolder(copy.path), {});
  assert.ok(found(backup, 'HomeDomain', 'Library/SMS/sms.db').size > 0);
});
