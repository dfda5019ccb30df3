import assert from 'node:assert/strict';
import {
  cp,
  mkdir,
  mkdtempDisposable,
  readdir,
  readFile,
  rename,
  rm,
  rmdir,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { ENCRYPTED, type MadeBackup, makeBackup, PASSWORD, PLAIN } from '../../test/support/made-backup.ts';
import { viewOfFolder } from '../vault/backup-view.ts';
import { fileIdOf } from '../wire/file-id.ts';
import { asDict } from '../wire/plist/access.ts';
import { encodeBinary } from '../wire/plist/binary-encode.ts';
import { decodePlist } from '../wire/plist/decode.ts';
import { type Finding, isHarmless } from './finding.ts';
import { sliceFrom } from './sample.ts';
import { type Depth, type Verification, verify } from './verify.ts';

const content = { seed: 4, files: 60, bytes: 600_000 };
const photo = { domain: 'CameraRollDomain', relativePath: 'Media/DCIM/100APPLE/photo.HEIC', bytes: 70_000 };
const FILES = content.files + 1;
/** Files that a phone sends with a digest, and one of the camera roll, without. */
const MESSAGES = { domain: 'HomeDomain', path: 'Library/SMS/sms.db' };
const SETTINGS = { domain: 'HomeDomain', path: 'Library/Preferences/com.apple.springboard.plist' };

/** Good backups, made once; every test damages a copy. */
const made = new AsyncDisposableStack();
const good = new Map<string, MadeBackup>();

before(async () => {
  for (const [kind, phone] of Object.entries({ plain: PLAIN, encrypted: ENCRYPTED })) {
    const backup = made.use(await makeBackup({ phone, content }, { add: [photo] }));
    await removeEmptyFolders(backup.folder);
    good.set(kind, backup);
  }
});
after(() => made[Symbol.asyncDispose]());

/** Most of a phone's 256 folders are empty in so small a backup, and each would be copied for every test. */
async function removeEmptyFolders(backup: string): Promise<void> {
  for (const name of await readdir(backup)) {
    const folder = join(backup, name);
    if (name.length === 2 && (await readdir(folder)).length === 0) await rmdir(folder);
  }
}

function goodBackup(kind: string): MadeBackup {
  const backup = good.get(kind);
  assert.ok(backup);
  return backup;
}

const proofOf = (
  { folder, udid }: Pick<MadeBackup, 'folder' | 'udid'>,
  depth: Depth,
): Promise<Verification> => verify(viewOfFolder(folder), { udid, password: PASSWORD, depth });

/** What is found after some damage to a copy of a good backup. */
async function damaged(
  kind: 'plain' | 'encrypted',
  damage: (folder: string) => Promise<unknown>,
  depth: Depth = 'files',
): Promise<readonly Finding[]> {
  const { folder, udid } = goodBackup(kind);
  await using copy = await mkdtempDisposable(join(tmpdir(), 'thaw-verify-'));
  await cp(folder, copy.path, { recursive: true });
  await damage(copy.path);
  return (await proofOf({ folder: copy.path, udid }, depth)).findings;
}

function placeOf({ domain, path }: typeof MESSAGES): string {
  const fileId = fileIdOf(domain, path);
  return join(fileId.slice(0, 2), fileId);
}

/** Where a file of the phone's own kind of name lies, its folder made. */
async function placeFor(folder: string, fileId: string): Promise<string> {
  await mkdir(join(folder, fileId.slice(0, 2)), { recursive: true });
  return join(folder, fileId.slice(0, 2), fileId);
}

/** Changes bytes of a file and leaves its length. */
async function overwrite(file: string, at: number, bytes: Uint8Array): Promise<void> {
  const contents = await readFile(file);
  contents.set(bytes, at);
  await writeFile(file, contents);
}

const kinds = (findings: readonly Finding[]): string[] => findings.map(({ kind }) => kind);

describe('a good backup', () => {
  for (const kind of ['plain', 'encrypted'] as const) {
    test(`has no findings at any depth, and every file was looked at (${kind})`, async () => {
      const structure = await proofOf(goodBackup(kind), 'structure');
      assert.deepEqual([structure.findings, structure.depth, structure.files], [[], 'structure', 0]);
      const files = await proofOf(goodBackup(kind), 'files');
      assert.deepEqual([files.findings, files.depth, files.files], [[], 'files', FILES]);
      const contents = await proofOf(goodBackup(kind), 'content');
      assert.deepEqual([contents.findings, contents.depth], [[], 'content']);
      assert.deepEqual(contents.read, { files: contents.files, bytes: contents.bytes });
    });
  }

  test('that is encrypted is opened with its password, and not without', async () => {
    const { folder, udid } = goodBackup('encrypted');
    const closed = await verify(viewOfFolder(folder), { udid });
    assert.deepEqual([closed.findings, closed.depth], [[], 'structure']);
    const wrong = await verify(viewOfFolder(folder), { udid, password: 'wrong' });
    assert.deepEqual(wrong.findings, [{ kind: 'wrong-password' }]);
  });

  test('is read in turns when only a share is wanted', async () => {
    const { folder, udid } = goodBackup('encrypted');
    let position = 0;
    let files = 0;
    for (let turn = 0; turn < 5; turn += 1) {
      const { slices, next } = sliceFrom(position, 0.2);
      const proof = await verify(viewOfFolder(folder), {
        udid,
        password: PASSWORD,
        depth: 'content',
        slices,
      });
      assert.equal(proof.files, FILES);
      files += proof.read.files;
      position = next;
    }
    // Five fifths are a little more than all: the slices are rounded up.
    assert.ok(files >= FILES && files <= FILES + 2, `${files}`);
  });

  test('can be left in the middle', async () => {
    const { folder, udid } = goodBackup('plain');
    const stop = new AbortController();
    const proof = verify(viewOfFolder(folder), {
      udid,
      depth: 'content',
      onContent: () => stop.abort(new Error('enough')),
      signal: stop.signal,
    });
    await assert.rejects(proof, /enough/);
  });
});

describe('files', () => {
  for (const kind of ['plain', 'encrypted'] as const) {
    test(`that are missing, cut, too long or linked are named with domain and path (${kind})`, async () => {
      const place = placeOf(MESSAGES);
      const gone = await damaged(kind, (folder) => rm(join(folder, place)));
      assert.deepEqual(gone, [{ kind: 'missing', fileId: place.slice(3), ...MESSAGES }]);
      const cut = await damaged(kind, (folder) => truncate(join(folder, place), 1));
      assert.ok(cut[0]?.kind === 'truncated' && cut[0].found === 1 && cut[0].path === MESSAGES.path);
      const long = await damaged(kind, (folder) => truncate(join(folder, place), 1_000_000));
      assert.deepEqual(kinds(long), ['wrong-size']);
      const linked = await damaged(kind, async (folder) => {
        await rename(join(folder, place), join(folder, 'elsewhere'));
        await symlink('../elsewhere', join(folder, place));
      });
      assert.deepEqual(kinds(linked), ['linked']);
    });
  }

  test('that nobody refers to, links, and leftovers of other programs are told', async () => {
    const findings = await damaged('plain', async (folder) => {
      await writeFile(await placeFor(folder, '0'.repeat(40)), '');
      await symlink('/etc', await placeFor(folder, '1'.repeat(40)));
      await symlink('/etc', join(folder, 'link'));
      await writeFile(join(folder, 'Manifest.db-wal'), 'a log');
      await mkdir(join(folder, 'Snapshot'));
    });
    assert.deepEqual(kinds(findings).sort(), [
      'leftover-wal',
      'orphan',
      'stale-snapshot',
      'symlink',
      'symlink',
    ]);
    assert.deepEqual(kinds(findings.filter((finding) => !isHarmless(finding))), ['symlink', 'symlink']);
  });

  test('are not all called missing when the drive is gone', async () => {
    const { folder, udid } = goodBackup('encrypted');
    await using copy = await mkdtempDisposable(join(tmpdir(), 'thaw-verify-'));
    const drive = join(copy.path, 'drive');
    await cp(folder, drive, { recursive: true });
    const away = (): Promise<void> => rename(drive, join(copy.path, 'away'));
    let pulled: Promise<void> | undefined;
    const proof = await verify(viewOfFolder(drive), {
      udid,
      password: PASSWORD,
      onProgress: () => {
        pulled ??= away();
      },
    });
    await pulled;
    assert.ok(kinds(proof.findings).includes('vanished'));
    assert.ok(proof.files < FILES);
  });
});

describe('contents', () => {
  test('that were changed are found by their digest', async () => {
    for (const kind of ['plain', 'encrypted'] as const) {
      const findings = await damaged(
        kind,
        (folder) => overwrite(join(folder, placeOf(SETTINGS)), 20, Buffer.from('x')),
        'content',
      );
      assert.deepEqual(kinds(findings), ['digest-mismatch']);
      assert.ok(findings[0]?.kind === 'digest-mismatch' && findings[0].path === SETTINGS.path);
    }
  });

  test('that do not decrypt to their end are told', async () => {
    const { domain, relativePath: path } = photo;
    const place = placeOf({ domain, path });
    const findings = await damaged(
      'encrypted',
      async (folder) => {
        const file = join(folder, place);
        const { length } = await readFile(file);
        await overwrite(file, length - 16, Buffer.alloc(16, 7));
      },
      'content',
    );
    assert.deepEqual(findings, [
      { kind: 'undecryptable', fileId: place.slice(3), domain, path, reason: 'padding' },
    ]);
  });
});

describe('metadata', () => {
  test('that are empty or make no sense are findings, not crashes', async () => {
    for (const file of ['Info.plist', 'Status.plist', 'Manifest.plist']) {
      const empty = await damaged('plain', (folder) => truncate(join(folder, file), 0));
      assert.ok(kinds(empty).includes('missing-metadata'), file);
      const noise = await damaged('plain', (folder) => writeFile(join(folder, file), 'bplist00noise'));
      assert.ok(kinds(noise).includes('damaged-metadata'), file);
    }
  });

  test('of a list of files that is cut or overwritten', async () => {
    const cut = await damaged('plain', (folder) => truncate(join(folder, 'Manifest.db'), 5000));
    assert.deepEqual(kinds(cut), ['damaged-manifest']);
    const overwritten = await damaged('plain', (folder) =>
      writeFile(join(folder, 'Manifest.db'), 'not a database at all'),
    );
    assert.deepEqual(kinds(overwritten), ['encryption-disagrees', 'damaged-manifest']);
    const gone = await damaged('plain', (folder) => rm(join(folder, 'Manifest.db')));
    assert.deepEqual(kinds(gone), ['missing-metadata']);
  });

  test('of a run that never finished, of another phone, and of a mixture', async () => {
    const unfinished = await damaged('plain', (folder) =>
      say(folder, 'Status.plist', 'SnapshotState', 'uploading'),
    );
    assert.deepEqual(unfinished, [{ kind: 'unfinished', state: 'uploading' }]);
    const other = await damaged('plain', (folder) =>
      say(folder, 'Info.plist', 'Target Identifier', 'another'),
    );
    assert.deepEqual(other, [{ kind: 'other-phone', file: 'Info.plist', udid: 'another' }]);
    const { folder, udid } = goodBackup('plain');
    const renamed = await proofOf({ folder, udid: 'My iPhone' }, 'files');
    assert.deepEqual(renamed.findings, [{ kind: 'renamed-folder', udid }]);
    assert.ok(renamed.findings.every(isHarmless));
    const newer = await damaged('plain', (folder) => say(folder, 'Info.plist', 'Product Version', '99.0'));
    assert.ok(newer[0]?.kind === 'stale-info' && newer[0].info === '99.0');
    const version = await damaged('plain', (folder) => say(folder, 'Status.plist', 'Version', '4.0'));
    assert.deepEqual(version, [{ kind: 'unknown-version', version: '4.0' }]);
    const mixed = await damaged('encrypted', async (folder) =>
      cp(join(goodBackup('plain').folder, 'Manifest.db'), join(folder, 'Manifest.db')),
    );
    assert.ok(kinds(mixed).includes('encryption-disagrees'));
    const keyless = await damaged('encrypted', (folder) =>
      say(folder, 'Manifest.plist', 'BackupKeyBag', Buffer.from('VERS')),
    );
    assert.ok(kinds(keyless).includes('damaged-metadata'));
  });

  test('of a copy that Finder keeps: its name has a date behind the UDID', async () => {
    const { folder, udid } = goodBackup('plain');
    const proof = await verify(viewOfFolder(folder), { udid: `${udid}-20260102-030405` });
    assert.deepEqual(proof.findings, []);
  });
});

async function say(folder: string, file: string, key: string, value: string | Uint8Array): Promise<void> {
  const dict = asDict(decodePlist(await readFile(join(folder, file))));
  await writeFile(join(folder, file), encodeBinary(new Map([...dict, [key, value]])));
}
