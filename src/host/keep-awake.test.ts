import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

const KEEP_AWAKE = new URL('./keep-awake.ts', import.meta.url).href;

/** A run in a process of its own: it wants the computer awake, lets go when it gets a message, and lives on. */
function startRun(path: string): ChildProcess {
  const script = `
    import { keepAwake } from '${KEEP_AWAKE}';
    const awake = keepAwake('a backup is running', 'linux');
    process.once('message', () => { awake[Symbol.dispose](); process.send('let go'); });
    process.send('started');`;
  return spawn(process.execPath, ['--input-type=module', '--eval', script], {
    env: { PATH: path },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

/** Puts a systemd-inhibit in place that calls the test: it sends its arguments, and hangs up when its input ends. */
async function inhibited(use: (call: Socket, run: ChildProcess) => Promise<void>): Promise<void> {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'thaw-awake-'));
  await using server = createServer().listen(join(folder.path, 'socket'));
  const program = `#!${process.execPath}
    const socket = require('node:net').connect('${join(folder.path, 'socket')}');
    socket.write(process.argv.slice(2).join(' '));
    process.on('SIGTERM', () => {});
    process.stdin.resume().on('end', () => process.exit());`;
  await writeFile(join(folder.path, 'systemd-inhibit'), program, { mode: 0o755 });
  const run = startRun(folder.path);
  try {
    const [call] = await once(server, 'connection');
    await use(call, run);
    call.destroy();
  } finally {
    run.kill('SIGKILL');
  }
}

test('the system is asked to stay awake, with the reason, until the run lets go', async () => {
  await inhibited(async (call, run) => {
    const [asked] = await once(call, 'data');
    assert.match(String(asked), /--what=idle:sleep .*--why=a backup is running .*--mode=block/);
    const over = once(call, 'close');
    run.send('let go');
    await over;
  });
});

test('nothing keeps the computer awake after a run that was killed', async () => {
  await inhibited(async (call, run) => {
    await once(call, 'data');
    const over = once(call, 'close');
    run.kill('SIGKILL');
    await over;
  });
});

test('a system without systemd-inhibit does not stop a run', async () => {
  const run = startRun('/nowhere');
  assert.deepEqual((await once(run, 'message'))[0], 'started');
  run.send('let go');
  assert.deepEqual((await once(run, 'message'))[0], 'let go');
  run.kill('SIGKILL');
});
