import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename } from 'node:path';
import type { Clock } from '../kit/clock.ts';
import { systemCodeOf } from '../kit/errors.ts';
import { hasAmounts, hasTexts } from './json-file.ts';

/** Who holds a lock: enough to name him, and to know later whether he still lives. */
export interface Owner {
  readonly pid: number;
  readonly host: string;
  readonly program: string;
  /** ISO time. */
  readonly since: string;
  /** Changes with every start of the computer; '' where the system does not tell. */
  readonly boot: string;
  /** When the process began, in the system's own ticks: tells it from a later one with its number. */
  readonly started: string;
  /** One lock's own mark. */
  readonly token: string;
}

export function isOwner(value: unknown): value is Owner {
  if (!hasTexts(value, 'host', 'program', 'since', 'boot', 'started', 'token')) return false;
  return hasAmounts(value, 'pid') && Number.isSafeInteger(value.pid) && value.pid > 0;
}

export function thisProcess(clock: Clock): Owner {
  return {
    pid: process.pid,
    host: hostname(),
    program: basename(process.argv[1] ?? process.title),
    since: clock.now().toISOString(),
    boot: bootId(),
    started: startOf(process.pid),
    token: crypto.randomUUID(),
  };
}

/**
 * Whether the owner may still be at work. One on another computer is believed to be: it cannot be asked, and a lock
 * taken from a living owner costs more than a message.
 */
export function mayBeAlive(owner: Owner): boolean {
  if (owner.host !== hostname()) return true;
  if (owner.boot !== bootId()) return false;
  return isRunning(owner.pid) && owner.started === startOf(owner.pid);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    // There, but not ours to signal.
    return systemCodeOf(thrown) === 'EPERM';
  }
}

function bootId(): string {
  return systemFile('/proc/sys/kernel/random/boot_id').trim();
}

/** '' for a process that is gone or only waits to be buried, and where there is no /proc. */
function startOf(pid: number): string {
  const stat = systemFile(`/proc/${pid}/stat`);
  // The program's name, in brackets, may hold anything; state and start are the 1st and 20th field after it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' ? '' : (fields[19] ?? '');
}

function systemFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
