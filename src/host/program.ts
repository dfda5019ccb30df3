import { spawn } from 'node:child_process';
import { createInterface, type Interface } from 'node:readline';
import { PassThrough, type Readable } from 'node:stream';

/** What is kept of what a program says on its standard error. */
const KEPT_ERROR_CHARACTERS = 20_000;

export interface ProgramOptions {
  /** Replaces the environment. */
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Lines of its standard error come among those of its output, each when it was whole. */
  readonly errorsToo?: true;
}

/** A program that runs; disposing kills it if it still does. */
export interface Program extends AsyncDisposable {
  /** Of its standard output, as they come. To be read, or the program waits. */
  readonly lines: AsyncIterable<string>;
  /** Exit status, or the signal that ended it. Rejects when it could not be started. */
  readonly ended: Promise<number | NodeJS.Signals>;
  /** The last it said on its standard error. */
  readonly errors: string;
  signal(name: NodeJS.Signals): void;
}

/** Starts a program without a shell; its standard input is empty. */
export function startProgram(
  file: string,
  args: readonly string[],
  { env, cwd, errorsToo }: ProgramOptions = {},
): Program {
  const child = spawn(file, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
    ...(env && { env }),
    ...(cwd !== undefined && { cwd }),
  });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors = (errors + text).slice(-KEPT_ERROR_CHARACTERS);
  });
  const ended = new Promise<number | NodeJS.Signals>((resolve, reject) => {
    child.once('error', reject).once('close', (code, by) => resolve(code ?? by ?? 'SIGKILL'));
  });
  ended.catch(() => undefined);
  const lines = errorsToo ? merged(child.stdout, child.stderr) : linesOf(child.stdout);
  return {
    lines,
    ended,
    get errors() {
      return errors;
    },
    signal: (name) => void child.kill(name),
    async [Symbol.asyncDispose]() {
      // A stopped program hears of nothing but this.
      child.kill('SIGKILL');
      await ended.catch(() => undefined);
    },
  };
}

function linesOf(input: Readable): Interface {
  return createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
}

/** The lines of several streams as they come, until all have ended. */
function merged(...streams: readonly Readable[]): AsyncIterable<string> {
  const lines = new PassThrough({ objectMode: true });
  let open = streams.length;
  for (const stream of streams) {
    const reader = linesOf(stream);
    reader.on('line', (line) => {
      // Whoever read them may have had enough.
      if (!lines.destroyed && !lines.write(line)) reader.pause();
    });
    lines.on('drain', () => reader.resume());
    reader.once('close', () => {
      open -= 1;
      if (open === 0 && !lines.destroyed) lines.end();
    });
  }
  return lines;
}

/** Runs a program that prints to this one's own terminal; resolves with its exit status, or the signal that ended it. */
export function showProgram(
  file: string,
  args: readonly string[],
  { env, cwd }: ProgramOptions = {},
): Promise<number | NodeJS.Signals> {
  const child = spawn(file, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    ...(env && { env }),
    ...(cwd !== undefined && { cwd }),
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject).once('close', (code, by) => resolve(code ?? by ?? 'SIGKILL'));
  });
}

/** What a program that has ended said. */
export interface Finished {
  readonly status: number | NodeJS.Signals;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end. Rejects when it cannot be started. */
export async function runProgram(
  file: string,
  args: readonly string[],
  options?: ProgramOptions,
): Promise<Finished> {
  await using program = startProgram(file, args, options);
  let stdout = '';
  for await (const line of program.lines) stdout += `${line}\n`;
  return { status: await program.ended, stdout, stderr: program.errors };
}

/** True when a program can be started; it is asked for something harmless, such as its version. */
export async function isInstalled(file: string, ...args: readonly string[]): Promise<boolean> {
  try {
    await runProgram(file, args);
    return true;
  } catch {
    return false;
  }
}
