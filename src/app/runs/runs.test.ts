import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { appendFile, mkdtempDisposable, readdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { RunEvent, RunFact } from '../../kit/run-event.ts';
import { stateFolder } from '../state-folder.ts';
import { findRun, readRun } from './read-run.ts';
import { recorded } from './recorder.ts';
import { runFiles } from './run-files.ts';

/** Lives in a state folder of its own. */
async function inStateFolder(work: (state: string) => Promise<void>): Promise<void> {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'thaw-runs-'));
  const before = process.env['XDG_STATE_HOME'];
  process.env['XDG_STATE_HOME'] = folder.path;
  try {
    await work(folder.path);
  } finally {
    if (before === undefined) delete process.env['XDG_STATE_HOME'];
    else process.env['XDG_STATE_HOME'] = before;
  }
}

async function* happening(facts: readonly RunFact[], run: string, from = 0): AsyncGenerator<RunEvent> {
  for (const [index, fact] of facts.entries())
    yield { ...fact, run, at: new Date(Date.UTC(2026, 10, 22) + (from + index) * 1000).toISOString() };
}

async function all(events: AsyncIterable<RunEvent>): Promise<RunEvent[]> {
  return await Array.fromAsync(events);
}

const progress: RunFact = {
  type: 'progress',
  phase: 'sending',
  percent: 1,
  bytes: 1,
  files: 1,
  bytesPerSecond: 1,
};

test('a run passes through unchanged, and its record can be read again', async () => {
  await inStateFolder(async () => {
    const run = randomUUID();
    const facts: RunFact[] = [{ type: 'phase.changed', phase: 'connecting' }, { type: 'link.lost' }];
    const seen = await all(recorded(happening(facts, run)));
    assert.deepEqual(
      seen.map(({ type }) => type),
      ['phase.changed', 'link.lost'],
    );
    assert.deepEqual(await readRun(await findRun(run.slice(0, 8))), seen);
  });
});

test('only its owner may read the record', { skip: process.platform === 'win32' }, async () => {
  await inStateFolder(async (state) => {
    await all(recorded(happening([{ type: 'link.lost' }], randomUUID())));
    const folder = join(state, 'thaw', 'runs');
    assert.equal((await stat(folder)).mode & 0o777, 0o700);
    const [name = ''] = await readdir(folder);
    assert.equal((await stat(join(folder, name))).mode & 0o777, 0o600);
  });
});

test('of the progress a line every five seconds is kept, and the last before something else happens', async () => {
  await inStateFolder(async () => {
    const facts: RunFact[] = [...Array.from({ length: 59 }, () => progress), { type: 'link.lost' }];
    const seen = await all(recorded(happening(facts, randomUUID())));
    assert.equal(seen.length, 60);
    const kept = await readRun(await findRun(undefined));
    assert.equal(kept.length, 12 + 2);
    assert.equal(kept.at(-2)?.at, seen.at(-2)?.at);
  });
});

test('the newest fifty runs are kept, and the newest is the one that is meant', async () => {
  await inStateFolder(async () => {
    let last = '';
    for (let index = 0; index < 53; index += 1) {
      last = randomUUID();
      await all(recorded(happening([{ type: 'link.lost' }], last, index)));
    }
    assert.equal((await runFiles()).length, 50);
    assert.equal((await findRun(undefined)).run, last);
  });
});

test('a record that was cut in the middle of a line is read up to there', async () => {
  await inStateFolder(async () => {
    await all(recorded(happening([{ type: 'link.lost' }], randomUUID())));
    const file = await findRun(undefined);
    await appendFile(file.path, '{"type":"progress","at":"2026-11-2');
    assert.equal((await readRun(file)).length, 1);
  });
});

test('a run goes on when its record cannot be kept', async () => {
  await inStateFolder(async (state) => {
    process.env['XDG_STATE_HOME'] = join(state, 'file', 'that', 'is', 'none');
    await appendFile(join(state, 'file'), '');
    assert.equal((await all(recorded(happening([{ type: 'link.lost' }], randomUUID())))).length, 1);
  });
});

test('a run nobody knows is said to be unknown', async () => {
  await inStateFolder(async () => {
    await assert.rejects(findRun('abc'), { code: 'run.unknown' });
  });
});

test('each system has its own place for it', () => {
  assert.equal(stateFolder({ XDG_STATE_HOME: '/x' }, 'linux'), join('/x', 'thaw'));
  assert.ok(stateFolder({}, 'linux').endsWith(join('.local', 'state', 'thaw')));
  assert.ok(stateFolder({}, 'darwin').endsWith(join('Application Support', 'Thaw')));
  assert.equal(stateFolder({ LOCALAPPDATA: '/local' }, 'win32'), join('/local', 'Thaw'));
});
