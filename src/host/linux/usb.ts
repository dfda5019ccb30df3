import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A phone on the cable that runs no iOS, and so is not seen by usbmuxd. */
export interface BootModePhone {
  readonly mode: 'recovery' | 'dfu';
  /** Of phones before the iPhone XS the UDID does not follow from the chip. */
  readonly udid: string | undefined;
}

const SYSFS = '/sys/bus/usb/devices';
const APPLE = '05ac';

/** USB product ids as in libirecovery. */
const MODES: ReadonlyMap<string, BootModePhone['mode']> = new Map([
  ['1280', 'recovery'],
  ['1281', 'recovery'],
  ['1282', 'recovery'],
  ['1283', 'recovery'],
  ['1222', 'dfu'],
  ['1227', 'dfu'],
  ['f014', 'dfu'],
]);

/** Phones in recovery or DFU, read from sysfs; none where there is no sysfs. */
export async function bootModePhones(root = SYSFS): Promise<BootModePhone[]> {
  const devices = await readdir(root).catch(() => []);
  const phones = await Promise.all(devices.map((name) => phoneAt(join(root, name))));
  return phones.filter((phone) => phone !== undefined);
}

/** Product ids of iPhones, iPads and iPods that run iOS (usbmuxd's own list). */
const RUNS_IOS = /^12(?:9[0-9a-f]|a[0-9a-f])$/;

/** How many phones that run iOS are on the bus, whether usbmuxd knows of them or not; 0 where there is no sysfs. */
export async function iosPhonesOnBus(root = SYSFS): Promise<number> {
  const devices = await readdir(root).catch(() => []);
  const isPhone = await Promise.all(
    devices.map(async (name) => {
      const attribute = (file: string) => readFile(join(root, name, file), 'utf8').catch(() => '');
      return (
        (await attribute('idVendor')).trim() === APPLE && RUNS_IOS.test((await attribute('idProduct')).trim())
      );
    }),
  );
  return isPhone.filter(Boolean).length;
}

/** A device may vanish while it is read: what cannot be read is not there. */
async function phoneAt(folder: string): Promise<BootModePhone | undefined> {
  const attribute = async (name: string): Promise<string> =>
    (await readFile(join(folder, name), 'utf8').catch(() => '')).trim();
  if ((await attribute('idVendor')) !== APPLE) return undefined;
  const mode = MODES.get(await attribute('idProduct'));
  return mode && { mode, udid: udidOfSerial(await attribute('serial')) };
}

/** The serial is a list, `CPID:8110 … ECID:001A2B3C4D5E001E …`; from chip 0x8020 on the UDID is made of these two. */
function udidOfSerial(serial: string): string | undefined {
  const chip = /\bCPID:([\da-f]{4,8})\b/i.exec(serial)?.[1];
  const ecid = /\bECID:([\da-f]{1,16})\b/i.exec(serial)?.[1];
  if (chip === undefined || ecid === undefined || Number.parseInt(chip, 16) < 0x8020) return undefined;
  return `${chip.padStart(8, '0')}-${ecid.padStart(16, '0')}`.toUpperCase();
}
