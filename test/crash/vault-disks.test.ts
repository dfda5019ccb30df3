import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { type TestContext, test } from 'node:test';
import { systemClock } from '../../src/kit/clock.ts';
import { checkDestination } from '../../src/vault/destination.ts';
import { thisProcess } from '../../src/vault/owner.ts';
import { contentsOfView, contentsOnDisk, told } from '../vault/contents.ts';
import { inside, receive, UDID, vaultIn } from '../vault/drive.ts';
import { type Mounted, mountFat, mountTmpfs } from '../vault/mounted.ts';
import { SCENARIOS } from '../vault/scenarios.ts';
import { carryOut, MOVING } from '../vault/tasks.ts';

const SMALL_DISK_BYTES = 8 * 1024 * 1024;
const { earlier, task } = SCENARIOS['an incremental backup'];

/** Runs a test on a disk of its own, with a good backup on it; skipped, and saying so, where nothing can be mounted. */
async function onDisk(
  t: TestContext,
  mount: () => Promise<Mounted | undefined>,
  work: (disk: Mounted, backup: readonly string[]) => Promise<void>,
): Promise<void> {
  await using disk = await mount();
  if (!disk) {
    t.skip('mounting is not permitted, or no driver for it is here');
    return;
  }
  for (const each of earlier) await carryOut(disk.path, each);
  await work(disk, backupIn(disk.path));
}

const tmpfs = (): Promise<Mounted | undefined> => mountTmpfs(SMALL_DISK_BYTES);
const backupIn = (folder: string): readonly string[] => told(contentsOnDisk(join(folder, UDID)));
const id = (index: number): string => `Snapshot/0a/0a${String(index).padStart(38, '0')}`;

for (const [what, bytes] of Object.entries({ 'one large file': 20_000_000, 'small files': 50_000 })) {
  test(`a disk that fills with ${what}: told for each file, the backup intact, and the next run finishes`, (t) =>
    onDisk(t, tmpfs, async (disk, backup) => {
      const count = Math.ceil(20_000_000 / bytes);
      {
        await using run = await (await vaultIn(disk.path)).begin({ run: 'too much' });
        for (let index = 0; index < count; index += 1) {
          receive(run, id(index), Buffer.alloc(bytes, 'x'));
          await run.pressure();
        }
        const failures = await run.flush();
        assert.ok(failures.length > 0 && failures.length <= count);
        assert.deepEqual(new Set(failures.map(({ code }) => code)), new Set(['ENOSPC']));
        const arrived = (await run.list(inside('Snapshot/0a'))).length;
        assert.equal(arrived + failures.length, count, 'each file is there or told to have failed');
        await assert.rejects(run.commit(Buffer.from(MOVING)), { code: 'vault.write-failed' });
        await run.abandon();
      }
      assert.deepEqual(backupIn(disk.path), backup);
      await carryOut(disk.path, task);
    }));
}

test('a commit on a disk with no room left for its journal fails, and leaves the backup as it was', (t) =>
  onDisk(t, tmpfs, async (disk, backup) => {
    await using run = await (await vaultIn(disk.path)).begin({ run: 'full' });
    receive(run, 'Status.plist', Buffer.from('finished'));
    assert.deepEqual(await run.flush(), []);
    for (let size = 1024 * 1024; size >= 1; size >>= 1) fill(join(disk.path, `filler-${size}`), size);
    await assert.rejects(run.commit(Buffer.from(MOVING)), { code: 'destination.full' });
    assert.deepEqual(backupIn(disk.path), backup);
  }));

test('a disk that turns read-only in the middle: told for each file, the backup intact', (t) =>
  onDisk(t, tmpfs, async (disk, backup) => {
    await using run = await (await vaultIn(disk.path)).begin({ run: 'read-only' });
    receive(run, id(1), Buffer.alloc(100));
    assert.deepEqual(await run.flush(), []);
    await disk.readOnly();
    receive(run, id(2), Buffer.alloc(100));
    receive(run, id(3), Buffer.alloc(1_000_000));
    assert.deepEqual(
      (await run.flush()).map(({ path, code }) => [path, code]),
      [id(2), id(3)].map((path) => [path, 'EROFS']),
    );
    await assert.rejects(checkDestination(disk.path), { code: 'destination.read-only' });
    assert.deepEqual(backupIn(disk.path), backup);
  }));

test('a disk that is taken away in the middle: nothing is made up in its place', (t) =>
  onDisk(t, tmpfs, async (disk) => {
    await using run = await (await vaultIn(disk.path)).begin({ run: 'gone' });
    receive(run, id(1), Buffer.alloc(100));
    receive(run, 'Status.plist', Buffer.from('finished'));
    assert.deepEqual(await run.flush(), []);
    await disk.takeAway();
    receive(run, id(2), Buffer.alloc(100));
    receive(run, id(3), Buffer.alloc(1_000_000));
    const failures = await run.flush();
    assert.deepEqual(
      failures.map(({ code }) => code),
      ['ENODEV', 'ENODEV'],
    );
    assert.deepEqual(
      failures.map(({ cause }) => Object(cause).code),
      Array(2).fill('destination.vanished'),
    );
    await assert.rejects(run.commit(Buffer.from(MOVING)), { code: 'vault.write-failed' });
    assert.deepEqual(readdirSync(disk.path), []);
  }));

test('a disk that is taken away before the commit: the commit says so', (t) =>
  onDisk(t, tmpfs, async (disk) => {
    await using run = await (await vaultIn(disk.path)).begin({ run: 'gone' });
    receive(run, 'Status.plist', Buffer.from('finished'));
    await run.flush();
    await disk.takeAway();
    await assert.rejects(run.commit(Buffer.from(MOVING)), { code: 'destination.vanished' });
    assert.deepEqual(readdirSync(disk.path), []);
  }));

test('a disk of the FAT family: first and incremental backup, restore and prune', (t) =>
  onDisk(
    t,
    () => mountFat(64 * 1024 * 1024),
    async (disk, backup) => {
      await carryOut(disk.path, task);
      const after = backupIn(disk.path);
      const vault = await vaultIn(disk.path);
      assert.deepEqual(told(await contentsOfView(await vault.openGeneration(1))), backup);
      await vault.restore(1, { run: 'restore', movingOf: async () => Buffer.from(MOVING) });
      assert.deepEqual(backupIn(disk.path), backup);
      assert.deepEqual(told(await contentsOfView(await vault.openGeneration(2))), after);
      assert.deepEqual((await vault.prune(0)).generations, [1, 2]);
      assert.deepEqual(backupIn(disk.path), backup);
    },
  ));

test('after a power cut, what was received on a disk of the FAT family is set aside: sizes prove nothing there', (t) =>
  onDisk(
    t,
    () => mountFat(64 * 1024 * 1024),
    async (disk) => {
      const vault = await vaultIn(disk.path);
      {
        await using run = await vault.begin({ run: 'cut' });
        receive(run, id(1), Buffer.alloc(100));
        assert.deepEqual(await run.flush(), []);
      }
      const lock = { ...thisProcess(systemClock), boot: 'before the power cut' };
      writeFileSync(join(disk.path, '.thaw', UDID, 'lock'), JSON.stringify(lock));
      await using run = await vault.begin({ run: 'next' });
      assert.deepEqual(run.resumed, { files: 0, bytes: 0 });
      assert.notEqual(run.setAside, undefined);
    },
  ));

test('a file larger than the disk takes: told for that file, the others arrive', async () => {
  await using place = await mkdtempDisposable(join(tmpdir(), 'thaw-limit-'));
  const program = new URL('../vault/receive-child.ts', import.meta.url).pathname;
  // In blocks of 1 KiB or of 512 bytes: the file is larger than both.
  const script = `ulimit -f 2000 && exec "$0" "$@"`;
  const child = spawn('sh', ['-c', script, process.execPath, program, place.path, '100', '3000000', '100'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  assert.deepEqual(JSON.parse(await text(child.stdout)), {
    failures: [['Snapshot/1', 'EFBIG']],
    arrived: [
      ['0', 100],
      ['2', 100],
    ],
  });
});

for (const where of ['.thaw', `.thaw/${UDID}`, `.thaw/${UDID}/overlay`, `.thaw/${UDID}/generations`, UDID]) {
  test(`a link in place of ${where.replace(UDID, '<UDID>')} is refused, and nothing is written through it`, async () => {
    await using place = await mkdtempDisposable(join(tmpdir(), 'thaw-link-'));
    const elsewhere = join(place.path, 'elsewhere');
    const destination = join(place.path, 'backups');
    mkdirSync(elsewhere);
    mkdirSync(join(destination, where, '..'), { recursive: true });
    symlinkSync(elsewhere, join(destination, where));
    await assert.rejects(carryOut(destination, task), { code: 'vault.not-a-folder' });
    assert.deepEqual(readdirSync(elsewhere), []);
  });
}

test('links inside the backup are neither followed nor harmed: they go to the earlier generation', async () => {
  await using place = await mkdtempDisposable(join(tmpdir(), 'thaw-link-'));
  const elsewhere = join(place.path, 'elsewhere');
  const folder = join(place.path, 'backups', UDID);
  mkdirSync(elsewhere);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(elsewhere, 'secret'), 'secret');
  symlinkSync(elsewhere, join(folder, '0a'));
  symlinkSync(join(elsewhere, 'secret'), join(folder, 'Info.plist'));
  {
    await using run = await (await vaultIn(join(place.path, 'backups'))).begin({ run: 'links' });
    assert.deepEqual(
      (await run.list(inside(''))).map(({ kind }) => kind),
      ['other', 'other'],
    );
    assert.equal(await run.open(inside('Info.plist')), undefined);
    assert.equal(await run.open(inside('0a/secret')), undefined);
    assert.deepEqual(await run.list(inside('0a')), []);
    receive(run, '0a/secret', Buffer.from('from the phone'));
    receive(run, 'Info.plist', Buffer.from('from the phone'));
    receive(run, 'Status.plist', Buffer.from('finished'));
    assert.deepEqual(await run.flush(), []);
    await run.commit(Buffer.from(MOVING));
  }
  assert.deepEqual(told(contentsOnDisk(elsewhere)), ['secret 6:secret']);
  assert.deepEqual(told(contentsOnDisk(folder)), [
    '0a folder',
    '0a/secret 14:from the pho',
    'Info.plist 14:from the pho',
    'Status.plist 8:finished',
  ]);
});

function fill(path: string, bytes: number): void {
  for (let index = 0; ; index += 1) {
    try {
      writeFileSync(`${path}-${index}`, Buffer.alloc(bytes), { flag: 'wx' });
    } catch {
      return;
    }
  }
}
