import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A phone on the cable as the USB bus shows it, whatever state its software is in. */
export interface UsbPhone {
  readonly mode: 'normal' | 'recovery' | 'dfu';
  /** Not known in recovery and DFU for phones older than the iPhone XS, whose UDID does not follow from the chip. */
  readonly udid: string | undefined;
}

const SYSFS = '/sys/bus/usb/devices';
const APPLE = '05ac';

/** The phones on the bus, read from sysfs; none where there is no sysfs. */
export async function usbPhones(root = SYSFS): Promise<UsbPhone[]> {
  const names = await readdir(root).catch(() => []);
  // Names with a colon are interfaces of a device, not devices.
  const devices = names.filter((name) => !name.includes(':'));
  const phones = await Promise.all(devices.map((name) => usbPhoneAt(join(root, name))));
  return phones.filter((phone) => phone !== undefined);
}

/** A device may vanish while it is read: what cannot be read is not there. */
async function usbPhoneAt(folder: string): Promise<UsbPhone | undefined> {
  const attribute = async (name: string): Promise<string> =>
    (await readFile(join(folder, name), 'utf8').catch(() => '')).trim();
  if ((await attribute('idVendor')) !== APPLE) return undefined;
  const mode = modeOf(Number.parseInt(await attribute('idProduct'), 16));
  if (!mode) return undefined;
  const serial = await attribute('serial');
  return { mode, udid: mode === 'normal' ? udidOfSerial(serial) : udidOfBootSerial(serial) };
}

/** Product ids as in libirecovery and usbmuxd; a phone that is being restored has those of a normal one. */
function modeOf(productId: number): UsbPhone['mode'] | undefined {
  if (productId >= 0x1290 && productId <= 0x12af) return 'normal';
  if (productId >= 0x1280 && productId <= 0x1283) return 'recovery';
  return productId === 0x1227 || productId === 0x1222 || productId === 0xf014 ? 'dfu' : undefined;
}

/** In normal mode the serial is the UDID without its dash. */
function udidOfSerial(serial: string): string | undefined {
  if (/^[\da-f]{24}$/i.test(serial)) return `${serial.slice(0, 8)}-${serial.slice(8)}`;
  return serial || undefined;
}

/** In recovery and DFU the serial is a list, `CPID:8110 … ECID:001A2B3C4D5E001E …`; chips from 0x8020 on make the UDID of both. */
function udidOfBootSerial(serial: string): string | undefined {
  const chip = /\bCPID:([\da-f]{4,8})\b/i.exec(serial)?.[1];
  const ecid = /\bECID:([\da-f]{1,16})\b/i.exec(serial)?.[1];
  if (chip === undefined || ecid === undefined || Number.parseInt(chip, 16) < 0x8020) return undefined;
  return `${chip.padStart(8, '0')}-${ecid.padStart(16, '0')}`.toUpperCase();
}
