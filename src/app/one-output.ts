import { fstatSync } from 'node:fs';

const [STDOUT, STDERR] = [1, 2];

/** True when whoever reads standard output reads standard error between its lines: on a terminal, and after `2>&1`. */
export function outputIsOne(): boolean {
  if (process.stdout.isTTY && process.stderr.isTTY) return true;
  // Windows numbers no pipes.
  if (process.platform === 'win32') return false;
  try {
    const [out, error] = [fstatSync(STDOUT), fstatSync(STDERR)];
    return out.dev === error.dev && out.ino === error.ino;
  } catch {
    return false; // one of them is closed
  }
}
