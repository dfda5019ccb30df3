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

type CommandLine = readonly [string, ...string[]];

export interface ThawOptions {
  readonly environment?: Readonly<Record<string, string>>;
  /** Makes of the command line another that runs it, with fewer rights perhaps. */
  readonly through?: (command: CommandLine) => CommandLine;
}

/** Runs the command line as its user does, in a process of its own. `address`: of usbmuxd. */
export async function thaw(
  args: readonly string[],
  address: string,
  { environment = {}, through = (command) => command }: ThawOptions = {},
): Promise<Ended> {
  const [program, ...rest] = through([process.execPath, MAIN, ...args]);
  const child = spawn(program, rest, {
    env: {
      ...process.env,
      USBMUXD_SOCKET_ADDRESS: address,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: LONGEST_MS,
  });
  const ended = new Promise<Ended['status']>((resolve, reject) =>
    child.once('error', reject).once('close', (code, by) => resolve(code ?? by)),
  );
  const [status, stdout, stderr] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  return { status, stdout, stderr };
}
