import { type Computer, thisComputer } from '../computer.ts';
import { linuxService } from '../linux/phone-service.ts';
import { macService } from '../macos/phone-service.ts';
import { windowsService } from '../windows/phone-service.ts';
import { isOwnPlace } from './own-place.ts';
import type { PhoneService } from './phone-service.ts';

/** How the service for phones stands on this computer; undefined when nothing can be told, or another is used. */
export async function lookAtService(
  signal: AbortSignal,
  { system, root }: Computer = thisComputer(),
): Promise<PhoneService | undefined> {
  // A recorded computer's service is where the lab has put it.
  if (root === '' && !isOwnPlace(process.env['USBMUXD_SOCKET_ADDRESS'], system)) return undefined;
  switch (system) {
    case 'linux':
      return await linuxService(root, signal);
    case 'macos':
      return await macService(signal);
    case 'windows':
      return await windowsService(signal);
  }
}
