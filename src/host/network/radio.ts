import { type Computer, thisComputer } from '../computer.ts';
import { linuxRadio } from '../linux/radio.ts';
import { macRadio } from '../macos/radio.ts';
import { windowsRadio } from '../windows/radio.ts';

/** How this computer's own Wi-Fi comes in. Of the phone's radio nothing can be read. */
export interface Radio {
  readonly dbm: number;
  /** The band: 2.4, 5 or 6. */
  readonly gigahertz?: number;
}

/** Undefined where the computer is not on Wi-Fi, or does not tell. */
export async function radio(
  signal: AbortSignal,
  computer: Computer = thisComputer(),
): Promise<Radio | undefined> {
  if (computer.system === 'macos') return await macRadio(signal);
  return computer.system === 'windows' ? await windowsRadio(signal) : await linuxRadio(signal, computer.root);
}
