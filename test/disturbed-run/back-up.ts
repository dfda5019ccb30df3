import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import '../support/compile-cache.mjs';
import type { RunningVirtual } from '../../src/virtual/start.ts';
import { PASSWORD } from './kinds.ts';

const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url));
const KILL_AT = new URL('../vault/kill-at.ts', import.meta.url).href;

interface Ended {
  readonly status: number | NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `thaw backup` in a process of its own; `killAt`: see `kill-at.ts`. */
export async function backUp(virtual: RunningVirtual, destination: string, killAt?: number): Promise<Ended> {
  const command = [
    '--disable-warning=ExperimentalWarning',
    '--import',
    KILL_AT,
    CHILD,
    'backup',
    '--json',
    '--to',
    destination,
  ];
  const child = spawn(process.execPath, command, {
    env: {
      ...process.env,
      USBMUXD_SOCKET_ADDRESS: virtual.address,
      THAW_BACKUP_PASSWORD: PASSWORD,
      // Else these runs would take the place of the real ones that this computer remembers.
      XDG_STATE_HOME: join(dirname(destination), 'state'),
      ...(killAt !== undefined && { THAW_KILL_AT: String(killAt) }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    // On a busy machine each takes half a minute; none waits for anything but the disk.
    timeout: 600_000,
  });
  const ended = new Promise<Ended['status']>((resolve) =>
    child.once('close', (code, signal) => resolve(code ?? signal)),
  );
  const [status, stdout, stderr] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  return { status, stdout, stderr };
}
