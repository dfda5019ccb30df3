import { spawn } from 'node:child_process';

/**
 * Runs a program for as long as the handle is held. Its standard input is a pipe that never carries anything: the
 * program ends when that closes, which it also does when this process is killed. A program that is missing or fails
 * is none.
 */
export function holdProgram(file: string, args: readonly string[]): Disposable {
  const child = spawn(file, args, {
    stdio: ['pipe', 'ignore', 'ignore'],
    // Out of the terminal's group: Ctrl-C is for us, and nothing may ask for a password there.
    detached: true,
    windowsHide: true,
  });
  child.on('error', () => undefined);
  child.stdin.on('error', () => undefined);
  child.unref();
  return {
    [Symbol.dispose]: () => {
      child.stdin.destroy();
      child.kill();
    },
  };
}
