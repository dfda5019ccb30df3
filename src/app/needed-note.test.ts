import assert from 'node:assert/strict';
import { mkdir, mkdtempDisposable, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Outcome, RunEvent, RunFact } from '../kit/run-event.ts';
import { leavingNote } from './needed-note.ts';

async function run(destination: string, outcome: Outcome): Promise<void> {
  const facts: readonly RunFact[] = [
    { type: 'person.needed', step: 'unlock', sentence: 'Please unlock it.', actions: ['Swipe up.'] },
    {
      type: 'run.finished',
      outcome,
      cause: null,
      remedies: [],
      skipped: [],
      backup: null,
      previous: 'none',
      seconds: 1,
    },
  ];
  const events = async function* (): AsyncGenerator<RunEvent> {
    for (const fact of facts) yield { ...fact, at: '2026-01-01T10:00:00Z', run: 'run' };
  };
  for await (const event of leavingNote(events(), destination)) assert.ok(event);
}

test('what is needed stands beside the backup until one is verified', async () => {
  await using scratch = await mkdtempDisposable(join(tmpdir(), 'thaw-note-'));
  await run(scratch.path, 'needs-person');
  const [name = ''] = await readdir(scratch.path);
  const note = await readFile(join(scratch.path, name), 'utf8');
  assert.match(note, /2026-01-01 10:00[\s\S]*Please unlock it\.\n1\. Swipe up\./);
  await run(scratch.path, 'verified');
  assert.deepEqual(await readdir(scratch.path), []);
});

test('a note that cannot be taken away fails no run', async () => {
  await using scratch = await mkdtempDisposable(join(tmpdir(), 'thaw-note-'));
  await run(scratch.path, 'needs-person');
  const [name = ''] = await readdir(scratch.path);
  const note = join(scratch.path, name);
  await rm(note);
  // In place of a disk that can only be read by now: a file is taken away, a folder is not.
  await mkdir(note);
  await run(scratch.path, 'verified');
  assert.deepEqual(await readdir(scratch.path), [name]);
});
