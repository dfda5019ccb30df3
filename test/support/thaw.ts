import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import './compile-cache.mjs';

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

/** Only so that nothing hangs for ever: on a busy machine a whole rescue takes a minute. */
const LONGEST_MS = 110_000;

export interface Ended {
  readonly status: number | NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line as its user does, in a process of its own. `address`: of usbmuxd. */
export async function thaw(args: readonly string[], address: string, signal?: AbortSignal): Promise<Ended> {
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: {
      ...process.env,
      USBMUXD_SOCKET_ADDRESS: address,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: LONGEST_MS,
  });
  signal?.addEventListener('abort', () => child.kill('SIGINT'), { once: true });
  const ended = new Promise<Ended['status']>((resolve) =>
    child.once('close', (code, by) => resolve(code ?? by)),
  );
  const [status, stdout, stderr] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  return { status, stdout, stderr };
}
