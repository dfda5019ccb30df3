import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface Measured {
  readonly seconds: number;
  /** Peak resident memory of the process itself, in MB. */
  readonly megabytes: number;
}

const SAMPLE_MS = 20;

/** A program has begun to write when it has written this much. */
const BEGUN_BYTES = 1_000_000;

/** Runs a program to its end and times it as a whole; throws when it fails. `begun` is called when it writes to the disk. */
export async function measure(
  command: readonly [string, ...string[]],
  env: Readonly<Record<string, string>>,
  limitSeconds: number,
  begun: () => void,
): Promise<Measured> {
  const started = performance.now();
  const [program, ...args] = command;
  const child = spawn(program, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: limitSeconds * 1000,
  });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-2000);
  });
  let peak = 0;
  const sampler = setInterval(() => {
    peak = Math.max(peak, numberOf(child.pid, 'status', /VmHWM:\s+(\d+) kB/) / 1024);
    if (numberOf(child.pid, 'io', /^write_bytes: (\d+)/m) > BEGUN_BYTES) begun();
  }, SAMPLE_MS);
  const status = await new Promise<number | string>((resolve, reject) => {
    child.on('error', reject).on('close', (code, signal) => resolve(code ?? signal ?? 'unknown'));
  });
  clearInterval(sampler);
  if (status !== 0) throw new Error(`${command.join(' ')} ended with ${status}: ${complaint}`);
  return { seconds: (performance.now() - started) / 1000, megabytes: peak };
}

/** The kernel keeps these itself, the peak of memory too, so that rare samples miss little. */
function numberOf(pid: number | undefined, file: 'status' | 'io', pattern: RegExp): number {
  if (pid === undefined) return 0;
  try {
    return Number(pattern.exec(readFileSync(`/proc/${pid}/${file}`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0; // the process ended between two samples
  }
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}
