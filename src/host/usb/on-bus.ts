import { type Computer, thisComputer } from '../computer.ts';
import { usbLinks as linuxLinks } from '../linux/usb-links.ts';
import { usbLinks as macLinks } from '../macos/usb-links.ts';
import { phonesOnBus as windowsPhones } from '../windows/usb-links.ts';
import type { UsbLink } from './usb-link.ts';

/** Phones that run iOS and are on this computer's bus, whether usbmuxd knows of them or not. */
export async function phonesOnBus(
  signal: AbortSignal,
  { system, root }: Computer = thisComputer(),
): Promise<readonly UsbLink[]> {
  switch (system) {
    case 'linux':
      return await linuxLinks(`${root}/sys/bus/usb/devices`);
    case 'macos':
      return await macLinks(signal);
    case 'windows':
      return (await windowsPhones(signal)).map(({ link }) => link);
  }
}
