import { type Computer, thisComputer } from '../computer.ts';
import { linuxPower, linuxSleeps } from '../linux/power.ts';
import { macPower, macSleeps } from '../macos/power.ts';
import { windowsPower, windowsSleeps } from '../windows/power.ts';
import type { PowerState, Sleep } from './power-state.ts';

/** What this computer runs on; undefined when it does not tell. */
export async function powerState(
  signal: AbortSignal,
  { system, root }: Computer = thisComputer(),
): Promise<PowerState | undefined> {
  switch (system) {
    case 'linux':
      return await linuxPower(root);
    case 'macos':
      return await macPower(signal);
    case 'windows':
      return await windowsPower(signal);
  }
}

/** When this computer slept since then, by its own log; nothing where that may not be read. */
export async function sleepsSince(
  since: Date,
  signal: AbortSignal,
  { system }: Computer = thisComputer(),
): Promise<readonly Sleep[]> {
  switch (system) {
    case 'linux':
      return await linuxSleeps(since, signal);
    case 'macos':
      return await macSleeps(since, signal);
    case 'windows':
      return await windowsSleeps(since, signal);
  }
}
