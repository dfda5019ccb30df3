import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isNormalPhone, type UsbLink } from '../usb/usb-link.ts';

const SYSFS = '/sys/bus/usb/devices';
/** `1-2`, `1-2.4`: a device by its ports; names with a colon are interfaces, `usb1` is a root hub. */
const DEVICE = /^(\d+)-(\d+(?:\.\d+)*)$/;

/** Phones on the bus in their normal mode, read from sysfs; none where there is no sysfs. */
export async function usbLinks(root = SYSFS): Promise<UsbLink[]> {
  const names = await readdir(root).catch(() => []);
  const links = await Promise.all(names.map((name) => linkOf(root, name)));
  return links.filter((link) => link !== undefined);
}

async function linkOf(root: string, name: string): Promise<UsbLink | undefined> {
  const ports = DEVICE.exec(name)?.[2];
  if (ports === undefined) return undefined;
  const attribute = async (file: string): Promise<string> =>
    (await readFile(join(root, name, file), 'utf8').catch(() => '')).trim();
  const [vendor, product, serial, speed] = await Promise.all(
    ['idVendor', 'idProduct', 'serial', 'speed'].map(attribute),
  );
  if (!serial || !isNormalPhone(Number(`0x${vendor}`), Number(`0x${product}`))) return undefined;
  const megabits = Number(speed);
  const control = await attribute('power/control');
  return {
    serial,
    location: name,
    megabits: Number.isFinite(megabits) && megabits > 0 ? megabits : undefined,
    hubs: ports.split('.').length - 1,
    ...(control !== '' && { savesPower: control === 'auto' }),
  };
}
