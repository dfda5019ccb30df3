import { thisComputer } from './computer.ts';
import { macGuard } from './macos/guard.ts';
import { windowsGuard } from './windows/guard.ts';

/** What keeps this program from a folder that the person may use. */
export interface Guard {
  readonly by: 'full-disk-access' | 'files-and-folders' | 'removable-volumes' | 'controlled-folder-access';
  /** Whom the permission is to be given to: on a Mac the app that Thaw was started from. */
  readonly program?: string;
}

/** Who refuses a folder, when a call on it failed with this code of the system; undefined: nobody but its owner. */
export async function guardOf(
  folder: string,
  code: string,
  signal: AbortSignal,
  computer = thisComputer(),
): Promise<Guard | undefined> {
  if (computer.system === 'macos') return macGuard(folder, code, process.env);
  return computer.system === 'windows' ? await windowsGuard(code, signal) : undefined;
}
