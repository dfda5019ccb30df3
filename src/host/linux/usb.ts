import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const SYSFS = '/sys/bus/usb/devices';
const APPLE = '05ac';

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
