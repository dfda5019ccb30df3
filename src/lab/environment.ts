import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Surroundings {
  /** Of usbmuxd. */
  readonly address: string;
  readonly home: string;
  readonly password?: string | undefined;
  readonly speed?: number;
}

/** What a program of the lab finds in its environment: nothing of the person who runs the lab but the search path. */
export function environmentOf({ address, home, password, speed = 1 }: Surroundings): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    TMPDIR: tmpdir(),
    TZ: 'UTC',
    HOME: home,
    XDG_STATE_HOME: join(home, 'state'),
    XDG_CONFIG_HOME: join(home, 'config'),
    USBMUXD_SOCKET_ADDRESS: address,
    NODE_COMPILE_CACHE: join(tmpdir(), 'thaw-lab-compile-cache'),
    ...(speed !== 1 && { THAW_SPEED: String(speed) }),
    ...(password !== undefined && { THAW_BACKUP_PASSWORD: password }),
  };
}
