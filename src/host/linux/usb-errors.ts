import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startProgram } from '../program.ts';

const SYSFS = '/sys/bus/usb/devices';
/** A bus in trouble prints a handful a second; more than this tells nothing more. */
const MAX_LINES = 5000;

/** The kernel's errors about one port, by its code (`-71` is electrical trouble) and how often. */
export interface BusErrors {
  readonly code: string;
  readonly times: number;
}

/**
 * The kernel's name of the port that a device hangs on (`1-2`), by usbmuxd's number of its place: bus and device number.
 * Undefined where there is no such device in sysfs.
 */
export async function usbPortOf(locationId: number, root = SYSFS): Promise<string | undefined> {
  const wanted = `${locationId >>> 16} ${locationId & 0xffff}`;
  for (const name of await readdir(root).catch(() => [])) {
    const number = async (file: string): Promise<string> =>
      (await readFile(join(root, name, file), 'utf8').catch(() => '')).trim();
    if (`${await number('busnum')} ${await number('devnum')}` === wanted) return name;
  }
  return undefined;
}

/** What the kernel said of a port within the last seconds; nothing where its log may not be read. */
export async function recentBusErrors(
  port: string,
  seconds: number,
  signal: AbortSignal,
): Promise<BusErrors[]> {
  const args = ['--dmesg', '--output=cat', '--no-pager', '--quiet', `--since=-${seconds}s`];
  await using program = startProgram('journalctl', args);
  const stop = (): void => program.signal('SIGKILL');
  signal.addEventListener('abort', stop, { once: true });
  const lines: string[] = [];
  try {
    for await (const line of program.lines) if (lines.push(line) > MAX_LINES) break;
  } catch {
    // No journal on this computer.
  } finally {
    signal.removeEventListener('abort', stop);
  }
  return busErrorsIn(lines, port);
}

/** `usb 1-2: device descriptor read/64, error -71`, `usb 1-2: device not accepting address 19, error -71`. */
export function busErrorsIn(lines: readonly string[], port: string): BusErrors[] {
  const times = new Map<string, number>();
  for (const line of lines) {
    const [, at, code] = /\busb (\S+): .*\berror (-\d+)/.exec(line) ?? [];
    if (at === port && code !== undefined) times.set(code, (times.get(code) ?? 0) + 1);
  }
  return [...times].map(([code, count]) => ({ code, times: count }));
}
