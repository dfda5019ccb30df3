import assert from 'node:assert/strict';
import { mkdtempDisposable, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { systemClock } from '../../kit/clock.ts';
import { measureWrites } from '../../vault/disk/measure-writes.ts';
import { judgeWrites, writeSpeed } from './write-speed.ts';

test('a real disk is measured, and nothing is left on it', async (t) => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'thaw-writes-'));
  const { smallMs, bytesPerSecond } = await measureWrites(folder.path, t.signal);
  assert.ok(smallMs > 0 && bytesPerSecond > 0);
  assert.deepEqual(await readdir(folder.path), []);
});

test('an ordinary disk is fine, a slow one is told with its figures', () => {
  assert.equal(judgeWrites({ smallMs: 12, bytesPerSecond: 90e6 }).standing, 'fine');
  const card = judgeWrites({ smallMs: 2300, bytesPerSecond: 900_000 });
  assert.equal(card.standing, 'note');
  assert.match(card.sentence, /900 KB a second, and 2\.3 s for a small file/);
  assert.deepEqual(card.evidence[0]?.facts, { milliseconds: 2300 });
});

test('where nothing can be written there is nothing to measure', async (t) => {
  const context = { clock: systemClock, introduction: undefined, phone: undefined, lastContact: undefined };
  const looked = await writeSpeed.look({ ...context, destination: '/nowhere' }, t.signal);
  assert.equal(looked, undefined);
});
