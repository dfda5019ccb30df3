import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, mkdtempDisposable, readdir, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { isHarmless } from '../src/archive/finding.ts';
import { verify } from '../src/archive/verify.ts';
import { viewOfFolder } from '../src/vault/backup-view.ts';
import { PhoneFolder } from './support/app-data/phone-folder.ts';
import { ENCRYPTED, makeBackup, PASSWORD, PLAIN } from './support/made-backup.ts';

const execute = promisify(execFile);
const run = (command: string, ...args: string[]) => execute(command, args, { timeout: 30_000 });

const isRoot = process.getuid?.() === 0;
const asRoot = { skip: isRoot ? false : 'needs root' };
const NOBODY = 65_534;
const MIB = 1024 * 1024;

/** Mounts an image; false where that is not permitted. */
async function mounts(...args: string[]): Promise<boolean> {
  return await run('mount', ...args).then(
    () => true,
    () => false,
  );
}

test('what a dying disk does not give back is found, and the rest is read', asRoot, async (t) => {
  await using backup = await makeBackup({ phone: PLAIN, content: { files: 80, bytes: 30 * MIB } });
  await using place = await mkdtempDisposable(join(tmpdir(), 'thaw-dying-'));
  const [image, disk] = [join(place.path, 'image'), join(place.path, 'disk')];
  await mkdir(disk);
  await writeFile(image, '');
  await truncate(image, 64 * MIB);
  if (!(await run('mkfs.ext4', '-q', '-F', image).catch(() => undefined))) return t.skip('no mkfs.ext4');
  if (!(await mounts('-o', 'loop', image, disk))) return t.skip('mounting is not permitted');
  await cp(backup.folder, join(disk, backup.udid), { recursive: true });
  await run('umount', disk);
  // The disk loses its second half, and does not know it.
  if (!(await mounts('-o', 'loop,ro', image, disk))) return t.skip('mounting is not permitted');
  try {
    await truncate(image, 24 * MIB);
    const proof = await verify(viewOfFolder(join(disk, backup.udid)), {
      udid: backup.udid,
      depth: 'content',
    });
    const unreadable = proof.findings.filter((finding) => finding.kind === 'unreadable');
    assert.deepEqual(unreadable, proof.findings);
    assert.ok(unreadable.length > 0 && unreadable.length < 80, `${unreadable.length} of 80`);
    assert.ok(unreadable.every(({ errno, path }) => errno === 'EIO' && path.length > 0));
    assert.equal(proof.read.files, 80);
  } finally {
    await run('umount', disk);
  }
});

test('what its permissions keep back is found', asRoot, async (t) => {
  await using backup = await makeBackup({ phone: PLAIN, content: { files: 40, bytes: MIB } });
  await chmod(dirname(backup.folder), 0o755);
  await chmod(backup.folder, 0o755);
  const names = await readdir(backup.folder);
  for (const name of names) await chmod(join(backup.folder, name), name.includes('.') ? 0o644 : 0o755);
  const prefixes = names.filter((name) => name.length === 2);
  const filled = await Promise.all(
    prefixes.map(async (name) => (await readdir(join(backup.folder, name))).length),
  );
  const closed = prefixes[filled.findIndex((files) => files > 0)] ?? '';
  await chmod(join(backup.folder, closed), 0);
  process.seteuid?.(NOBODY);
  try {
    if (!(await readdir(backup.folder).catch(() => undefined)))
      return t.skip('the temporary folder is closed to others');
    const { findings } = await verify(viewOfFolder(backup.folder), { udid: backup.udid });
    assert.deepEqual(findings[0], { kind: 'unreadable-place', place: closed, errno: 'EACCES' });
    assert.ok(findings.length > 1);
    assert.ok(
      findings
        .slice(1)
        .every((finding) => finding.kind === 'unreadable' && finding.fileId.startsWith(closed)),
    );
  } finally {
    process.seteuid?.(0);
  }
});

test(
  'a database that finds no room to be opened, and a huge property list, are named and no damage',
  asRoot,
  async (t) => {
    await using place = await mkdtempDisposable(join(tmpdir(), 'thaw-room-'));
    const [contents, small] = [join(place.path, 'phone'), join(place.path, 'small')];
    await mkdir(small);
    const phone = new PhoneFolder(contents);
    phone.database('HomeDomain', 'Library/large.db', (database) => {
      database.exec('CREATE TABLE t (x); INSERT INTO t VALUES (zeroblob(6000000))');
    });
    phone.file(
      'HomeDomain',
      'Library/huge.plist',
      `<?xml version="1.0"?><!DOCTYPE plist>${' '.repeat(33 * MIB)}`,
    );
    await using backup = await makeBackup({ phone: ENCRYPTED, content: { folder: contents } });
    if (!(await mounts('-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', small)))
      return t.skip('mounting is not permitted');
    const usual = process.env['TMPDIR'];
    try {
      process.env['TMPDIR'] = small;
      const { folder, udid } = backup;
      const proof = await verify(viewOfFolder(folder), { udid, password: PASSWORD, depth: 'content' });
      assert.deepEqual(
        proof.findings
          .map((each) => each.kind === 'unopened' && [each.path, each.form, each.bytes > 5 * MIB])
          .sort(),
        [
          ['Library/huge.plist', 'plist', true],
          ['Library/large.db', 'database', true],
        ],
      );
      assert.ok(proof.findings.every(isHarmless));
      assert.deepEqual(await readdir(small), []);
    } finally {
      if (usual === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = usual;
      await run('umount', small);
    }
  },
);
