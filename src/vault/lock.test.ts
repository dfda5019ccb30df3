import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtempDisposable } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { systemClock } from '../kit/clock.ts';
import { Lock } from './lock.ts';
import { thisProcess } from './owner.ts';

const inFolder = async (work: (lockFile: string) => Promise<void>): Promise<void> => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'thaw-lock-'));
  await work(join(folder.path, 'lock'));
};

test('the second is told who holds the lock', () =>
  inFolder(async (file) => {
    await using _first = await Lock.take(file, systemClock);
    await assert.rejects(Lock.take(file, systemClock), (error: Error & { code?: string; facts?: object }) => {
      assert.equal(error.code, 'vault.busy');
      assert.deepEqual(error.facts, { ...error.facts, pid: process.pid, host: hostname(), lockFile: file });
      return true;
    });
  }));

test('given back, it can be taken again', () =>
  inFolder(async (file) => {
    for (let round = 0; round < 3; round += 1) {
      await using _lock = await Lock.take(file, systemClock);
    }
  }));

test("a killed process's lock is taken over", () =>
  inFolder(async (file) => {
    const script = `
      import { Lock } from ${JSON.stringify(new URL('./lock.ts', import.meta.url).href)};
      import { systemClock } from ${JSON.stringify(new URL('../kit/clock.ts', import.meta.url).href)};
      await Lock.take(${JSON.stringify(file)}, systemClock);
      process.kill(process.pid, 'SIGKILL');`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: 'inherit' });
    assert.deepEqual(await once(child, 'exit'), [null, 'SIGKILL']);
    assert.equal(JSON.parse(readFileSync(file, 'utf8')).pid, child.pid);
    await using _lock = await Lock.take(file, systemClock);
  }));

const others = {
  'of a process that took over the number': { started: '1' },
  'from before the computer was restarted': { boot: 'another' },
};
for (const [what, change] of Object.entries(others)) {
  test(`a lock ${what} is taken over`, { skip: process.platform !== 'linux' }, () =>
    inFolder(async (file) => {
      writeFileSync(file, JSON.stringify({ ...thisProcess(systemClock), ...change }));
      await using lock = await Lock.take(file, systemClock);
      await lock.assertHeld();
    }),
  );
}

test('a lock of another computer is respected', () =>
  inFolder(async (file) => {
    writeFileSync(file, JSON.stringify({ ...thisProcess(systemClock), host: 'elsewhere', pid: 4_000_000 }));
    await assert.rejects(Lock.take(file, systemClock), { code: 'vault.busy' });
  }));

test('a lock without a name, left by one who was killed while he wrote it, is taken over', () =>
  inFolder(async (file) => {
    writeFileSync(file, '{"pid":');
    await using lock = await Lock.take(file, systemClock);
    await lock.assertHeld();
  }));

test('of many who find a dead lock, one gets it', () =>
  inFolder(async (file) => {
    writeFileSync(file, JSON.stringify({ ...thisProcess(systemClock), boot: 'another' }));
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => Lock.take(file, systemClock)));
    const held = results.filter((result) => result.status === 'fulfilled');
    assert.equal(held.length, 1);
    for (const { value } of held) await value[Symbol.asyncDispose]();
  }));

test('who lost the lock is told, and does not take away the new one', () =>
  inFolder(async (file) => {
    const lock = await Lock.take(file, systemClock);
    writeFileSync(file, JSON.stringify({ ...thisProcess(systemClock) }));
    await assert.rejects(lock.assertHeld(), { code: 'vault.changed' });
    await lock[Symbol.asyncDispose]();
    assert.ok(readFileSync(file, 'utf8').length > 0);
  }));

test(
  'a lock left when the computer went down is told from one whose owner was killed',
  { skip: process.platform !== 'linux' },
  () =>
    inFolder(async (file) => {
      for (const [change, afterPowerCut] of [
        [{ boot: 'another' }, true],
        [{ started: '1' }, false],
      ] as const) {
        writeFileSync(file, JSON.stringify({ ...thisProcess(systemClock), ...change }));
        await using lock = await Lock.take(file, systemClock);
        assert.equal(lock.afterPowerCut, afterPowerCut);
      }
    }),
);
