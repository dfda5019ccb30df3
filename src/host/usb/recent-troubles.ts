import { type Computer, thisComputer } from '../computer.ts';
import { recentPortTroubles } from '../linux/port-troubles.ts';
import { failedDevices } from '../windows/usb-links.ts';
import type { PortTrouble } from './port-trouble.ts';

/** What this computer's log told of a port (`UsbLink.location`) within the last seconds; nothing where it keeps none. */
export async function recentTroubles(
  port: string,
  seconds: number,
  signal: AbortSignal,
  { system }: Computer = thisComputer(),
): Promise<readonly PortTrouble[]> {
  switch (system) {
    case 'linux':
      return await recentPortTroubles(port, seconds, signal);
    case 'windows': {
      const times = await failedDevices(signal);
      return times === 0 ? [] : [{ event: 'error', times, onHub: false, code: 'Code 43' }];
    }
    // macOS writes no such lines for everybody; usbmuxd tells when the phone comes and goes.
    case 'macos':
      return [];
  }
}
