import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { startVirtual } from '../virtual/start.ts';

const MAIN = new URL('./main.ts', import.meta.url).pathname;

/** Opening it never ends, as nothing on a disk that hangs does: nobody reads from it. */
async function makeHanging(path: string): Promise<void> {
  await promisify(execFile)('mkfifo', [path]);
}

const options = { timeout: 110_000, skip: process.platform === 'win32' && 'needs mkfifo' };

const PROGRAM = `
  import { open } from 'node:fs/promises';
  import { Interrupt } from ${JSON.stringify(new URL('./interrupt.ts', import.meta.url).href)};
  const interrupt = new Interrupt();
  interrupt.signal.addEventListener('abort', () => console.log('asked to end'));
  open(process.argv.at(-1), 'w');
  console.log('waiting');
`;

test(
  'a second Ctrl-C ends a program at once, also one that waits for a disk that hangs',
  options,
  async ({ signal }) => {
    await using place = await mkdtempDisposable(join(tmpdir(), 'thaw-interrupt-'));
    const hanging = join(place.path, 'hanging');
    await makeHanging(hanging);
    const child = spawn(process.execPath, ['--input-type=module', '--eval', PROGRAM, hanging], {
      stdio: ['ignore', 'pipe', 'inherit'],
      // One that does not end is not left behind.
      signal,
      killSignal: 'SIGKILL',
    });
    const closed = once(child, 'close');
    for await (const line of createInterface({ input: child.stdout })) {
      if (line === 'waiting' || line === 'asked to end') child.kill('SIGINT');
    }
    assert.deepEqual(await closed, [null, 'SIGINT']);
  },
);

test('on a terminal each Ctrl-C is answered in a few calm words', {
  // Elsewhere a program of that name takes other arguments.
  skip: process.platform !== 'linux' && 'only with the script program of Linux',
}, async (t) => {
  await using place = await mkdtempDisposable(join(tmpdir(), 'thaw-interrupt-'));
  const [program, hanging] = [join(place.path, 'program.mjs'), join(place.path, 'hanging')] as const;
  await writeFile(program, PROGRAM);
  await makeHanging(hanging);
  const command = `${process.execPath} ${program} ${hanging}`;
  const child = spawn('script', ['-qec', command, '/dev/null'], { signal: t.signal });
  let shown = '';
  for await (const line of createInterface({ input: child.stdout })) {
    shown += `${line}\n`;
    if (line === 'waiting' || line === 'asked to end') child.stdin.write('\u0003');
  }
  assert.match(shown, /Stopping …\nasked to end\n.*Stopped at once\. No backup is harmed by that\.\n$/s);
});

test(
  'a backup that was stopped ends its process, also while the disk owes an answer',
  options,
  async ({ signal }) => {
    await using place = await mkdtempDisposable(join(tmpdir(), 'thaw-interrupt-'));
    await mkdir(join(place.path, '.thaw'), { mode: 0o700 });
    await makeHanging(join(place.path, '.thaw', 'probe'));
    await using virtual = await startVirtual({
      phone: { passcode: false },
      content: { files: 30, bytes: 10_000_000 },
      faults: [{ do: 'slow-link', bytesPerSecond: 50_000 }],
    });
    const child = spawn(process.execPath, [MAIN, 'backup', '--to', place.path, '--json'], {
      env: {
        ...process.env,
        USBMUXD_SOCKET_ADDRESS: virtual.address,
        XDG_STATE_HOME: join(place.path, 'state'),
        THAW_SPEED: '20',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
      // One that does not end is not left behind.
      signal,
      killSignal: 'SIGKILL',
    });
    const closed = once(child, 'close');
    let last = '';
    let stopped = false;
    for await (const line of createInterface({ input: child.stdout })) {
      if (!stopped && line.includes('"destination.slow"')) stopped = child.kill('SIGINT');
      last = line;
    }
    assert.equal(JSON.parse(last).outcome, 'cancelled');
    // A shell calls either of them 130.
    assert.ok(['130,', ',SIGINT'].includes(String(await closed)));
  },
);
