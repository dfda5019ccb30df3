export type System = 'linux' | 'macos' | 'windows';

/** The computer that is looked at: this one or, in the lab and in tests, a recording of another. */
export interface Computer {
  readonly system: System;
  /** Stands before every path of the system's own: `/sys`, `/proc`, `/etc`. */
  readonly root: string;
}

const RECORDED = /^(linux|macos|windows):(.+)$/;

/**
 * This computer. `THAW_COMPUTER=macos:/folder` shows a recorded one instead: its files lie below the folder, its commands
 * come first in PATH. See docs/decisions/host.md.
 */
export function thisComputer(
  env: Readonly<Record<string, string | undefined>> = process.env,
  platform: NodeJS.Platform = process.platform,
): Computer {
  const [, system, root = ''] = RECORDED.exec(env['THAW_COMPUTER'] ?? '') ?? [];
  if (system === 'linux' || system === 'macos' || system === 'windows') return { system, root };
  return { system: platform === 'darwin' ? 'macos' : platform === 'win32' ? 'windows' : 'linux', root: '' };
}
