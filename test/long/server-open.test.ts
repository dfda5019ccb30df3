import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { chmod, mkdir, mkdtempDisposable, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ask } from '../support/page-visit.ts';

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const onLinux = { skip: process.platform !== 'linux' && 'the stand-in for the browser is for Linux' };

/** Stands in for the system's opener: notes what it was called with, and what the file holds that it is given. */
const OPENER = `#!/bin/sh
cp "$1" "$HOME/opened-file"
stat -c '%a %n' "$1" > "$HOME/opened-mode"
mv "$HOME/opened-mode" "$HOME/opened"
`;

test(
  'the address comes to the browser in a file that only this person reads, never in an argument',
  onLinux,
  async () => {
    await using home = await mkdtempDisposable(join(tmpdir(), 'thaw-open-'));
    const programs = join(home.path, 'programs');
    await mkdir(programs);
    await writeFile(join(programs, 'xdg-open'), OPENER);
    await chmod(join(programs, 'xdg-open'), 0o755);
    const env = {
      ...process.env,
      HOME: home.path,
      XDG_STATE_HOME: join(home.path, 'state'),
      USBMUXD_SOCKET_ADDRESS: `UNIX:${home.path}/none`,
      DISPLAY: ':0',
      PATH: `${programs}:${process.env['PATH']}`,
    };
    // `thaw` alone is `thaw open`.
    await using first = start([], env);
    const opened = await fileOf(home.path, 'opened');
    assert.match(opened, /^600 .*\/thaw-open-[0-9a-f]{12}\.html\n$/);
    const page = await readFile(join(home.path, 'opened-file'), 'utf8');
    const address = new URL(/url=(http:[^"]*)"/.exec(page)?.[1] ?? '');
    const { token = '' } = Object.fromEntries(address.searchParams);
    assert.match(token, /^[\w-]{43}$/);
    const running = await readFile(`/proc/${first.pid}/cmdline`, 'utf8');
    assert.ok(!`${opened}${running}${first.printed()}`.includes(token));
    assert.equal((await ask(address.origin, address.pathname + address.search)).status, 200);

    const bell = join(home.path, 'state', 'thaw', 'server.json');
    assert.equal((await stat(bell)).mode & 0o777, 0o600);
    await using second = start(['open', '--json'], { ...env, DISPLAY: '', WAYLAND_DISPLAY: '' });
    const again = new URL(JSON.parse(await lineOf(second)).address);
    assert.equal(again.origin, address.origin, 'the server that runs is opened again');
    assert.equal((await ask(again.origin, again.pathname + again.search)).status, 200);

    first.kill('SIGINT');
    assert.equal(await first.ended, 0);
    const left = (await readdir(home.path)).filter((name) => name.startsWith('thaw-open-'));
    assert.deepEqual(left, [], 'no file with an address in it stays behind');
  },
);

interface Started extends AsyncDisposable {
  readonly pid: number | undefined;
  readonly printed: () => string;
  readonly ended: Promise<number | null>;
  kill(signal: NodeJS.Signals): void;
}

function start(args: readonly string[], env: NodeJS.ProcessEnv): Started {
  const child = spawn(process.execPath, [MAIN, ...args], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    pid: child.pid,
    printed: () => printed,
    ended,
    kill: (signal) => void child.kill(signal),
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function fileOf(folder: string, name: string): Promise<string> {
  for (;;) {
    const text = await readFile(join(folder, name), 'utf8').catch(() => undefined);
    if (text !== undefined) return text;
    await setTimeout(50);
  }
}

async function lineOf(program: Started): Promise<string> {
  while (!program.printed().includes('\n')) await setTimeout(50);
  return program.printed().split('\n')[0] ?? '';
}
