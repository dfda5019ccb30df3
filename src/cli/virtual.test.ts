import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));

test('thaw virtual writes one line, when programs can reach it, and SIGTERM ends it well', async (t) => {
  const child = spawn(process.execPath, [MAIN, 'virtual', '--listen', '127.0.0.1:0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    signal: t.signal,
  });
  const closed = once(child, 'close');
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    const [host, port] = JSON.parse(line).address.split(':');
    // A program that is still connected keeps it no longer.
    const program = connect(Number(port), host).on('error', () => undefined);
    await once(program, 'connect');
    child.kill('SIGTERM');
  }
  assert.deepEqual(await closed, [0, null]);
  assert.equal(lines.length, 1);
  const [ready] = lines.map((line) => JSON.parse(line));
  assert.deepEqual([ready.ready, ready.udids], [true, [ready.udid]]);
});
