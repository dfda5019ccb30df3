import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';

/** Waits in the system for a disk that does not answer: opening a pipe nobody reads from is the same. */
const PROGRAM = `
  import { open } from 'node:fs/promises';
  import { Interrupt } from ${JSON.stringify(new URL('./interrupt.ts', import.meta.url).href)};
  const interrupt = new Interrupt();
  interrupt.signal.addEventListener('abort', () => console.log('asked to end'));
  open(process.argv[1], 'w');
  console.log('waiting');
`;

test('a second Ctrl-C ends a program at once, also one that waits for a disk that hangs', {
  timeout: 120_000,
  skip: process.platform === 'win32' && 'needs mkfifo',
}, async () => {
  await using place = await mkdtempDisposable(join(tmpdir(), 'thaw-interrupt-'));
  const hanging = join(place.path, 'hanging');
  execFileSync('mkfifo', [hanging]);
  const child = spawn(process.execPath, ['--input-type=module', '--eval', PROGRAM, hanging], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = once(child, 'close');
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === 'waiting' || line === 'asked to end') child.kill('SIGINT');
  }
  assert.deepEqual(await closed, [null, 'SIGINT']);
});
