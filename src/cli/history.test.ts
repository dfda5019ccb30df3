import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { systemClock } from '../kit/clock.ts';
import { backupPath } from '../vault/backup-path.ts';
import { checkDestination } from '../vault/destination.ts';
import { openVault } from '../vault/vault.ts';
import { encodeBinary } from '../wire/plist/binary-encode.ts';

const UDID = '00008110-001A2B3C4D5E001E';
const MAIN = new URL('./main.ts', import.meta.url).pathname;

/** `thaw` as a person runs it. */
function thaw(...args: readonly string[]): Promise<{ code: number; out: string; error: string }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [MAIN, ...args], (_, out, error) => {
      resolve({ code: child.exitCode ?? -1, out, error });
    });
  });
}

async function makeBackup(destination: string, uuid: string): Promise<void> {
  const vault = openVault(await checkDestination(destination), UDID, { clock: systemClock });
  await using run = await vault.begin({ run: uuid });
  const status = encodeBinary({ UUID: uuid, SnapshotState: 'finished' });
  await run.write(backupPath(`${UDID}/Status.plist`, UDID), status);
  await run.write(backupPath(`${UDID}/Manifest.db`, UDID), Buffer.from(uuid));
  await run.commit(encodeBinary({ UUID: uuid, SnapshotState: 'moving' }));
}

test('earlier states are listed, one is brought back, old ones are deleted', async () => {
  await using place = await mkdtempDisposable(join(tmpdir(), 'thaw-history-'));
  for (const uuid of ['first', 'second', 'third']) await makeBackup(place.path, uuid);
  const backup = join(place.path, UDID);

  const listed = await thaw('history', place.path, '--json');
  const states = JSON.parse(listed.out).generations.map((each: { state: string }) => each.state);
  assert.deepEqual(states, ['earlier', 'earlier', 'current']);
  const text = await thaw('history', backup);
  assert.match(text.out, /^ {3}1 {2}\d{4}-\d\d-\d\d \d\d:\d\d {2}can be restored · 1 file added/m);

  const restored = await thaw('history', 'restore', backup, '1');
  assert.match(restored.out, /State 1 is the backup again.*kept as state 3/s);
  assert.equal(readFileSync(join(backup, 'Manifest.db'), 'utf8'), 'first');

  const pruned = await thaw('history', 'prune', place.path, '--keep', '1', '--json');
  assert.deepEqual(JSON.parse(pruned.out).generations, [1, 2]);
  assert.equal(readFileSync(join(backup, 'Manifest.db'), 'utf8'), 'first');
});

test('a state that is not there, and a folder without a backup, are said to be so', async () => {
  await using place = await mkdtempDisposable(join(tmpdir(), 'thaw-history-'));
  const none = await thaw('history', place.path);
  assert.equal(none.code, 1);
  assert.match(none.error, /no iPhone backup/);
  await makeBackup(place.path, 'only');
  const missing = await thaw('history', 'restore', place.path, '7', '--json');
  assert.equal(missing.code, 1);
  assert.equal(JSON.parse(missing.out).error.code, 'vault.no-generation');
  assert.equal((await thaw('history', 'prune', place.path)).code, 2);
});
