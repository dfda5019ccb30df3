import assert from 'node:assert/strict';
import {
  appendFileSync,
  cpSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkDestination } from '../src/vault/destination.ts';
import type { Vault, VaultRun } from '../src/vault/vault.ts';
import { contentsOfView, contentsOnDisk, told } from './vault/contents.ts';
import { inside, receive, UDID, vaultIn } from './vault/drive.ts';
import { checkKills } from './vault/kill-check.ts';
import { checkModel } from './vault/model-check.ts';
import { SCENARIOS } from './vault/scenarios.ts';
import { MOVING } from './vault/tasks.ts';

const FILE = '0a/0a00000000000000000000000000000000000001';
const OTHER = '0a/0a00000000000000000000000000000000000002';

interface Place {
  readonly destination: string;
  /** The backup as other programs know it. */
  readonly folder: string;
  readonly vault: Vault;
}

async function inPlace(work: (place: Place) => Promise<void>): Promise<void> {
  await using place = await mkdtempDisposable(join(tmpdir(), 'thaw-vault-'));
  await work({ destination: place.path, folder: join(place.path, UDID), vault: await vaultIn(place.path) });
}

/** A run that receives files and is cut, or commits. */
async function runWith(
  vault: Vault,
  files: Record<string, string>,
  end: 'cut' | 'commit' = 'commit',
): Promise<void> {
  await using run = await vault.begin({ run: 'run' });
  for (const [path, contents] of Object.entries(files)) receive(run, path, Buffer.from(contents));
  assert.deepEqual(await run.flush(), []);
  if (end === 'commit') await run.commit(Buffer.from(MOVING));
}

const shown = async (run: VaultRun): Promise<string[]> => told(await contentsOfView(run.view));

test('a few middling files before a large one: the phone waits for the disk, and not for ever', () =>
  inPlace(async ({ vault }) => {
    await using run = await vault.begin({ run: 'run' });
    const middling = Buffer.alloc(290_000);
    // Fewer than are worth a batch, but most of what may be on its way.
    for (let file = 10; file < 37; file += 1) receive(run, `0a/0a${file}`, middling);
    const large = run.receive(inside('0b/0b01'));
    const piece = Buffer.alloc(64 * 1024);
    let pressure: Promise<void> | undefined;
    while (pressure === undefined) {
      large.data(Buffer.from(piece));
      pressure = run.pressure();
    }
    await pressure;
    large.end();
    assert.deepEqual(await run.flush(), []);
  }));

test('any sequence of runs gives what a plain folder would, before and after commits, cuts and restores', () =>
  checkModel({ sequences: 6 }));

test('killed at moments all over an incremental backup and its commit, the backup is whole or completed', async () => {
  assert.ok((await checkKills(SCENARIOS['an incremental backup'], 4)) >= 4);
});

test('a second run is refused and told who is at work; the next one begins when the first has ended', () =>
  inPlace(async ({ vault }) => {
    {
      await using _run = await vault.begin({ run: 'first' });
      await assert.rejects(vault.begin({ run: 'second' }), { code: 'vault.busy' });
    }
    await using _run = await vault.begin({ run: 'second' });
  }));

test('what a cut run received is offered to the next one, and counted', () =>
  inPlace(async ({ vault, folder }) => {
    await runWith(vault, { [`Snapshot/${FILE}`]: 'one', 'Status.plist': 'uploading' }, 'cut');
    assert.deepEqual(told(contentsOnDisk(folder)), []);
    await using run = await vault.begin({ run: 'next' });
    assert.deepEqual(run.resumed, { files: 2, bytes: 12 });
    assert.equal(run.setAside, undefined);
    assert.deepEqual(await shown(run), [
      'Snapshot folder',
      'Snapshot/0a folder',
      `Snapshot/${FILE} 3:one`,
      'Status.plist 9:uploading',
    ]);
  }));

test('a file that is not on the disk as the log says does not count', () =>
  inPlace(async ({ vault, destination }) => {
    const stored = join(destination, '.thaw', UDID, 'overlay', 'files');
    await runWith(vault, { [`Snapshot/${FILE}`]: 'one', [`Snapshot/${OTHER}`]: 'two', x: 'three' }, 'cut');
    truncateSync(join(stored, FILE), 1);
    rmSync(join(stored, OTHER));
    await using run = await vault.begin({ run: 'next' });
    assert.deepEqual(run.resumed, { files: 1, bytes: 5 });
  }));

test('a folder that became a link while a run was at work ends its commit before anything is cleared away', () =>
  inPlace(async ({ vault, destination, folder }) => {
    await runWith(vault, { 'Status.plist': 'first' });
    const elsewhere = join(destination, 'elsewhere');
    await using run = await vault.begin({ run: 'second' });
    receive(run, 'Status.plist', Buffer.from('second'));
    await run.flush();
    cpSync(folder, elsewhere, { recursive: true, preserveTimestamps: true });
    rmSync(folder, { recursive: true });
    symlinkSync(elsewhere, folder);
    await assert.rejects(run.commit(Buffer.from(MOVING)), { name: 'VaultError' });
    assert.deepEqual(told(contentsOnDisk(elsewhere)), ['Status.plist 5:first']);
  }));

test('a log with anything behind its last whole frame is read up to there, and goes on from there', () =>
  inPlace(async ({ vault, destination }) => {
    const log = join(destination, '.thaw', UDID, 'overlay', 'log');
    await runWith(vault, { a: 'one' }, 'cut');
    appendFileSync(log, readFileSync(log).subarray(0, 20));
    await runWith(vault, { b: 'two' }, 'cut');
    await using run = await vault.begin({ run: 'next' });
    assert.deepEqual(await shown(run), ['a 3:one', 'b 3:two']);
  }));

test('when another program made a backup in between, what a cut run left is set aside, not mixed', () =>
  inPlace(async ({ vault, folder, destination }) => {
    await runWith(vault, { 'Status.plist': 'first' });
    await runWith(vault, { [FILE]: 'one' }, 'cut');
    writeFileSync(join(folder, 'Status.plist'), 'other');
    await using run = await vault.begin({ run: 'next' });
    assert.deepEqual(run.resumed, { files: 0, bytes: 0 });
    assert.deepEqual(await shown(run), ['Status.plist 5:other']);
    assert.equal(readFileSync(join(run.setAside ?? '', 'overlay/files', FILE), 'utf8'), 'one');
    assert.deepEqual(readdirSync(destination).sort(), [UDID, '.thaw'].sort());
  }));

test('when another program changes the backup during the run, nothing is committed', () =>
  inPlace(async ({ vault, folder }) => {
    await runWith(vault, { 'Status.plist': 'first' });
    await using run = await vault.begin({ run: 'second' });
    receive(run, 'Status.plist', Buffer.from('second'));
    await run.flush();
    writeFileSync(join(folder, 'Status.plist'), 'other');
    await assert.rejects(run.commit(Buffer.from(MOVING)), { code: 'vault.changed' });
    assert.deepEqual(told(contentsOnDisk(folder)), ['Status.plist 5:other']);
  }));

test('after another program wrote over it, a generation is lost and said to be; its manifests are kept', () =>
  inPlace(async ({ vault, folder }) => {
    await runWith(vault, { 'Status.plist': 'first', 'Manifest.db': 'db 1' });
    await runWith(vault, { 'Status.plist': 'second', 'Manifest.db': 'db 2' });
    writeFileSync(join(folder, 'Status.plist'), 'other');
    await runWith(vault, { 'Status.plist': 'fourth' });
    const states = (await vault.generations()).map(({ number, state, kept }) => [number, state, kept.names]);
    const kept = ['Manifest.db', 'Status.plist'];
    assert.deepEqual(states, [
      [1, 'lost', kept],
      [2, 'lost', kept],
      [3, 'earlier', []],
      [4, 'current', kept],
    ]);
    await assert.rejects(vault.openGeneration(1), { code: 'vault.no-generation' });
    const view = await vault.openGeneration(3);
    assert.deepEqual(told(await contentsOfView(view)), ['Manifest.db 4:db 2', 'Status.plist 5:other']);
  }));

const OURS = 'UUID 01234567-89AB-4CDE-8F01-23456789ABCD, finished';

for (const [what, status, states] of [
  ['emptied', '', ['earlier', 'current']],
  ['cut', OURS.slice(0, 20), ['earlier', 'current']],
  ['overwritten with nonsense', '\u0000\u00a5 no property list', ['earlier', 'current']],
  ['damaged in one byte', OURS.replace('UUID', 'UUIP'), ['earlier', 'current']],
  ['of another run', OURS.replace('01234567', '76543210'), ['lost', 'lost']],
  ['of the same run, and work goes on', OURS.replace('finished', 'removing'), ['lost', 'lost']],
] as const)
  test(`a Status.plist that was ${what}: ${states.join(', ')}`, () =>
    inPlace(async ({ vault, folder }) => {
      await runWith(vault, { 'Status.plist': 'first', 'Manifest.plist': 'keys 1' });
      await runWith(vault, { 'Status.plist': OURS, 'Manifest.plist': 'keys 2' });
      writeFileSync(join(folder, 'Status.plist'), status, 'latin1');
      assert.deepEqual(
        (await vault.generations()).map(({ state }) => state),
        states,
      );
    }));

test('when somebody deleted a generation, the older ones are lost and said to be', () =>
  inPlace(async ({ vault, destination }) => {
    for (const status of ['first', 'second', 'third', 'fourth'])
      await runWith(vault, { 'Status.plist': status });
    rmSync(join(destination, '.thaw', UDID, 'generations', '2'), { recursive: true });
    const states = (await vault.generations()).map(({ number, state }) => [number, state]);
    assert.deepEqual(states, [
      [1, 'lost'],
      [3, 'earlier'],
      [4, 'current'],
    ]);
  }));

test('of two files with one path the later counts, however large the first', () =>
  inPlace(async ({ vault }) => {
    await using run = await vault.begin({ run: 'run' });
    receive(run, FILE, Buffer.alloc(3_000_000, 'large '));
    receive(run, FILE, Buffer.from('small'));
    receive(run, OTHER, Buffer.from('small'));
    receive(run, OTHER, Buffer.alloc(300_000, 'large '));
    assert.deepEqual(await run.flush(), []);
    assert.deepEqual(await shown(run), ['0a folder', `${FILE} 5:small`, `${OTHER} 300000:large large `]);
  }));

test('a file the phone could not finish leaves what was there before', () =>
  inPlace(async ({ vault }) => {
    await runWith(vault, { [FILE]: 'before', [OTHER]: 'before', 'Status.plist': 'first' });
    await using run = await vault.begin({ run: 'second' });
    for (const [path, bytes] of [
      [FILE, 100],
      [OTHER, 1_000_000],
    ] as const) {
      const receiver = run.receive(inside(path));
      receiver.data(Buffer.alloc(bytes));
      receiver.cancel();
    }
    assert.deepEqual(await run.flush(), []);
    assert.deepEqual(await shown(run), [
      '0a folder',
      `${FILE} 6:before`,
      `${OTHER} 6:before`,
      'Status.plist 5:first',
    ]);
  }));

test('a file where a folder is, or below a file, fails alone', () =>
  inPlace(async ({ vault }) => {
    await using run = await vault.begin({ run: 'run' });
    await run.createDirectory(inside('folder'));
    receive(run, 'folder', Buffer.from('x'));
    receive(run, 'file', Buffer.from('x'));
    receive(run, 'file/below', Buffer.from('x'));
    const failures = (await run.flush()).map(({ path, code }) => [path, code]);
    assert.deepEqual(failures, [
      ['folder', 'EISDIR'],
      ['file/below', 'ENOTDIR'],
    ]);
    assert.deepEqual(await shown(run), ['file 1:x', 'folder folder']);
    await assert.rejects(run.createDirectory(inside('file')), { code: 'EEXIST' });
    await assert.rejects(run.commit(Buffer.from(MOVING)), { code: 'vault.write-failed' });
  }));

test('more than fits in memory makes the sender wait, and goes on', () =>
  inPlace(async ({ vault }) => {
    await using run = await vault.begin({ run: 'run' });
    const receiver = run.receive(inside(FILE));
    let waits = 0;
    for (let sent = 0; sent < 100; sent += 1) {
      receiver.data(Buffer.alloc(1024 * 1024));
      const pressure = run.pressure();
      if (!pressure) continue;
      waits += 1;
      await pressure;
    }
    receiver.end();
    assert.deepEqual(await run.flush(), []);
    assert.ok(waits > 0);
    assert.equal((await run.view.stat(inside(FILE)))?.size, 100 * 1024 * 1024);
  }));

test('what the phone asks for waits for what it sent before', () =>
  inPlace(async ({ vault }) => {
    await using run = await vault.begin({ run: 'run' });
    receive(run, `Snapshot/${FILE}`, Buffer.from('small'));
    receive(run, `Snapshot/${OTHER}`, Buffer.alloc(1_000_000, 'large '));
    assert.deepEqual(run.checkpoint(), []);
    await run.move([[inside(`Snapshot/${OTHER}`), inside(OTHER)]]);
    receive(run, 'Manifest.db', Buffer.from('db'));
    assert.deepEqual(run.checkpoint(), []);
    assert.deepEqual((await run.list(inside(''))).map(({ name }) => name).sort(), [
      '0a',
      'Manifest.db',
      'Snapshot',
    ]);
  }));

test("a file of the computer's own is there when it was written, and does not disturb what arrives", () =>
  inPlace(async ({ vault }) => {
    await using run = await vault.begin({ run: 'run' });
    const receiver = run.receive(inside(FILE));
    receiver.data(Buffer.from('half '));
    const written = run.write(inside('Info.plist'), Buffer.from('info'));
    receiver.data(Buffer.from('done'));
    receiver.end();
    await Promise.all([written, run.flush()]);
    assert.deepEqual(await shown(run), ['0a folder', `${FILE} 9:half done`, 'Info.plist 4:info']);
  }));

test('a backup without a Status.plist is not committed', () =>
  inPlace(async ({ vault, folder }) => {
    await using run = await vault.begin({ run: 'run' });
    receive(run, FILE, Buffer.from('x'));
    await assert.rejects(run.commit(Buffer.from(MOVING)), { code: 'vault.no-status' });
    assert.deepEqual(told(contentsOnDisk(folder)), []);
  }));

test('a destination is looked at before anything is begun', () =>
  inPlace(async ({ destination }) => {
    const file = join(destination, 'file');
    writeFileSync(file, '');
    await assert.rejects(checkDestination(join(destination, 'missing')), { code: 'destination.missing' });
    await assert.rejects(checkDestination(file), { code: 'destination.not-a-folder' });
    const found = await checkDestination(destination);
    assert.ok(found.freeBytes > 0);
    assert.deepEqual(readdirSync(destination), ['file']);
  }));

test('what the vault makes is for its owner alone', { skip: process.platform === 'win32' }, () =>
  inPlace(async ({ vault, destination }) => {
    await runWith(vault, { [FILE]: 'x', 'Status.plist': 'first' });
    await runWith(vault, { [FILE]: 'y', 'Status.plist': 'second' }, 'cut');
    const { lstatSync } = await import('node:fs');
    for (const name of readdirSync(destination, { recursive: true, encoding: 'utf8' })) {
      assert.equal(lstatSync(join(destination, name)).mode & 0o077, 0, name);
    }
  }),
);
