import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

export interface Finished {
  /** Exit status; null when it had to be killed. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** What goes into USBMUXD_SOCKET_ADDRESS. */
  readonly address: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Ends it when aborted, by SIGTERM; what it printed until then is kept. */
  readonly signal?: AbortSignal;
  /** Default 30. A program that takes longer is killed. */
  readonly limitSeconds?: number;
}

/** For `test`'s options: skips, and says why, when a program we did not write is not installed. */
export function needs(...programs: readonly string[]): { skip: string | false } {
  const missing = programs.filter((program) => !isInstalled(program));
  return {
    skip: missing.length > 0 && `not installed: ${missing.join(', ')} (Debian: libimobiledevice-utils)`,
  };
}

/** Runs a real program against a usbmuxd and waits for its end. */
export async function run(
  program: string,
  args: readonly string[],
  { address, environment = {}, cwd, signal, limitSeconds = 30 }: RunOptions,
): Promise<Finished> {
  const child = spawn(program, args, {
    env: { ...process.env, TZ: 'UTC', USBMUXD_SOCKET_ADDRESS: address, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(cwd !== undefined && { cwd }),
  });
  const stop = (): void => void child.kill('SIGTERM');
  signal?.addEventListener('abort', stop, { once: true });
  const limit = setTimeout(() => child.kill('SIGKILL'), limitSeconds * 1000);
  try {
    const texts = Promise.all([textOf(child.stdout), textOf(child.stderr)]);
    const status = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject).once('close', resolve);
    });
    const [stdout, stderr] = await texts;
    return { status, stdout, stderr };
  } finally {
    clearTimeout(limit);
    signal?.removeEventListener('abort', stop);
  }
}

async function textOf(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

function isInstalled(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
