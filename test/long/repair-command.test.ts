import assert from 'node:assert/strict';
import { cp, mkdtempDisposable, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { startVirtual } from '../../src/virtual/start.ts';
import { asDict } from '../../src/wire/plist/access.ts';
import { decodePlist } from '../../src/wire/plist/decode.ts';
import { encodeXml } from '../../src/wire/plist/xml-encode.ts';
import { thaw } from '../support/thaw.ts';
import { mountTmpfs } from '../vault/mounted.ts';

const scenario = { phone: { passcode: false }, content: { seed: 6, files: 30, bytes: 200_000 } } as const;
/** Of no phone: these commands talk to none. */
const NOWHERE = '127.0.0.1:1';

const made = new AsyncDisposableStack();
let good = '';
let udid = '';

before(async () => {
  good = made.use(await mkdtempDisposable(join(tmpdir(), 'thaw-repair-'))).path;
  await using virtual = await startVirtual(scenario);
  udid = virtual.phone.udid;
  assert.equal((await thaw(['backup', '--to', good], virtual.address)).status, 0);
});
after(() => made[Symbol.asyncDispose]());

/** A copy whose Status.plist is empty. */
async function damagedIn(folder: string): Promise<string> {
  await cp(good, folder, { recursive: true, preserveTimestamps: true });
  await truncate(join(folder, udid, 'Status.plist'), 0);
  return folder;
}

async function damaged(): Promise<AsyncDisposable & { readonly path: string }> {
  const copy = await mkdtempDisposable(join(tmpdir(), 'thaw-repair-'));
  await damagedIn(copy.path);
  return copy;
}

describe('thaw repair', () => {
  test('finds nothing in a good backup', async () => {
    const { status, stdout } = await thaw(['repair', good], NOWHERE);
    assert.deepEqual([status, stdout], [0, 'There is nothing to repair.\n']);
  });

  test('says what it would do, and only looks', async () => {
    await using copy = await damaged();
    const { status, stdout } = await thaw(['repair', copy.path, '--dry-run'], NOWHERE);
    assert.equal(status, 5);
    assert.match(stdout, /Status\.plist.*\n {2}will do: Puts back the copy.*\n {2}loses: {3}nothing\n/);
    assert.equal((await readFile(join(copy.path, udid, 'Status.plist'))).length, 0);
  });

  test('does nothing when nobody is there to agree', async () => {
    await using copy = await damaged();
    const { status, stderr } = await thaw(['repair', copy.path], NOWHERE);
    assert.equal(status, 2);
    assert.match(stderr, /--yes/);
    assert.equal((await readFile(join(copy.path, udid, 'Status.plist'))).length, 0);
  });

  test('repairs, and says how to undo it', async () => {
    await using copy = await damaged();
    const repaired = await thaw(['repair', copy.path, '--yes', '--json'], NOWHERE);
    assert.equal(repaired.status, 0, repaired.stdout);
    const told = JSON.parse(repaired.stdout);
    assert.deepEqual([told.mends[0].id, told.sound], ['status-plist', true]);
    assert.equal((await thaw(['verify', copy.path], NOWHERE)).status, 0);

    const number = String(told.repaired.generation);
    // An emptied Status.plist is no other program's run: the chain of states goes on.
    assert.equal(number, '1');
    assert.equal((await thaw(['history', 'restore', copy.path, number], NOWHERE)).status, 0);
    assert.equal((await readFile(join(copy.path, udid, 'Status.plist'))).length, 0);
  });

  test('asks the phone, if it is connected, for what nothing else knows of Info.plist', async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), 'thaw-repair-'));
    await using virtual = await startVirtual(scenario);
    assert.equal((await thaw(['backup', '--to', folder.path], virtual.address)).status, 0);
    // Another program's folder: without the copies that Thaw keeps.
    for (const name of await readdir(folder.path))
      if (name !== udid) await rm(join(folder.path, name), { recursive: true });
    const info = join(folder.path, udid, 'Info.plist');
    const before = asDict(decodePlist(await readFile(info)));
    await rm(info);
    const { status, stdout } = await thaw(['repair', folder.path, '--yes'], virtual.address);
    assert.equal(status, 0, stdout);
    assert.match(stdout, /the rest from the iPhone, which is connected\.\n {2}loses: {3}nothing/);
    const after = asDict(decodePlist(await readFile(info)));
    const changing = new Set(['GUID', 'Last Backup Date', 'Installed Applications']);
    const kept = [...before.keys()].filter((key) => !changing.has(String(key)));
    for (const key of kept) assert.deepEqual(after.get(key), before.get(key), String(key));
    assert.equal((await thaw(['verify', folder.path], NOWHERE)).status, 0);
  });

  test('gives Info.plist the list of apps without which idevicebackup2 restores nothing', async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), 'thaw-repair-'));
    await cp(good, folder.path, { recursive: true, preserveTimestamps: true });
    const file = join(folder.path, udid, 'Info.plist');
    const info = new Map(asDict(decodePlist(await readFile(file))));
    info.delete('Applications');
    await writeFile(file, encodeXml(info));
    const { status, stdout } = await thaw(['repair', folder.path, '--yes'], NOWHERE);
    assert.equal(status, 0, stdout);
    assert.deepEqual(asDict(decodePlist(await readFile(file))).get('Applications'), new Map());
  });

  test('tells a disk that can only be read', async (context) => {
    await using disk = await mountTmpfs(64 * 1024 * 1024);
    if (!disk) return context.skip('mounting is not permitted here');
    await damagedIn(disk.path);
    await disk.readOnly();
    const { status, stderr } = await thaw(['repair', disk.path, '--yes'], NOWHERE);
    assert.equal(status, 1);
    assert.match(stderr, /can only be read/);
    const looked = await thaw(['repair', disk.path, '--dry-run'], NOWHERE);
    assert.match(looked.stdout, /would be whole/);
  });

  test('what it cannot repair, it says, and salvage brings out', async () => {
    await using copy = await damaged();
    await using out = await mkdtempDisposable(join(tmpdir(), 'thaw-salvaged-'));
    await rm(join(copy.path, '.thaw'), { recursive: true });
    await rm(join(copy.path, udid, 'Manifest.db'));
    const repair = await thaw(['repair', copy.path, '--yes'], NOWHERE);
    assert.equal(repair.status, 5);
    assert.match(repair.stdout, /cannot be repaired: .*\n {2}next: {4}.*thaw salvage/);
    const salvage = await thaw(['salvage', copy.path, '--to', out.path], NOWHERE);
    assert.equal(salvage.status, 0, salvage.stderr);
    assert.match(salvage.stdout, /sorted by what they hold/);
    assert.match(await readFile(join(out.path, 'index.html'), 'utf8'), /sms\.db/);
  });
});
