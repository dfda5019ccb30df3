import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Mode } from './mode.ts';
import type { VirtualPhone } from './phone.ts';

/** USB product ids; the small restore system has that of iOS. */
const PRODUCTS: Readonly<Record<Exclude<Mode, 'off'>, string>> = {
  normal: '12a8',
  starting: '12a8',
  restore: '12a8',
  recovery: '1281',
  dfu: '1227',
};

/**
 * Keeps a folder like Linux's `/sys` (below `root`) in step with the phones, for programs that look at the bus: whoever
 * runs no iOS is seen nowhere else. A phone whose cable has no wires for data shows only on its USB-C port, as a partner
 * that takes power.
 */
export async function keepUsbTree(phones: readonly VirtualPhone[], root: string): Promise<AsyncDisposable> {
  const devices = join(root, 'sys/bus/usb/devices');
  await mkdir(devices, { recursive: true });
  const stack = new AsyncDisposableStack();
  for (const [index, phone] of phones.entries()) {
    // At once: a program may look as soon as it hears from usbmuxd.
    const show = (): void => showPhone(phone, index, root);
    stack.use(phone.boot.changed.subscribe(show));
    stack.use(phone.cable.touched.subscribe(show));
    show();
  }
  return stack;
}

function showPhone(phone: VirtualPhone, index: number, root: string): void {
  const device = join(root, 'sys/bus/usb/devices', `1-${index + 1}`);
  const partner = join(root, 'sys/class/typec', `port${index}-partner`);
  const { mode, cable } = phone;
  const isThere = mode !== 'off' && cable.isMet('plugged');
  const showsData = isThere && cable.isMet('data');
  rmSync(device, { recursive: true, force: true });
  rmSync(partner, { recursive: true, force: true });
  if (isThere && !showsData) {
    // An id header of USB Power Delivery: the vendor stands in its lower half.
    write(join(partner, 'identity'), { id_header: '0x510005ac', product: '0x12a80000' });
    write(partner, { supports_usb_power_delivery: 'yes' });
  }
  if (!showsData) return;
  write(device, {
    idVendor: '05ac',
    idProduct: PRODUCTS[mode],
    product: PRODUCT_NAMES[mode] ?? 'iPhone',
    serial: serialOf(phone),
    speed: '480',
    devnum: String(index + 2),
    busnum: '1',
    devpath: String(index + 1),
    bConfigurationValue: '4',
  });
}

const PRODUCT_NAMES: Readonly<Partial<Record<Mode, string>>> = {
  recovery: 'Apple Mobile Device (Recovery Mode)',
  dfu: 'Apple Mobile Device (DFU Mode)',
};

function serialOf({ mode, udid, identity }: VirtualPhone): string {
  if (mode !== 'recovery' && mode !== 'dfu') return udid.replace('-', '');
  const hexadecimal = (value: number | bigint, digits: number): string =>
    value.toString(16).toUpperCase().padStart(digits, '0');
  const { chip, boardId } = identity.model;
  const parts = `CPID:${hexadecimal(chip, 4)} CPRV:11 CPFM:03 SCEP:01 BDID:${hexadecimal(boardId, 2)} ECID:${hexadecimal(identity.uniqueChipId, 16)} IBFL:3C`;
  return mode === 'recovery'
    ? `${parts} SRNM:[${identity.serialNumber}]`
    : `${parts} SRTG:[iBoot-13822.62.2]`;
}

function write(folder: string, attributes: Readonly<Record<string, string>>): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(attributes)) writeFileSync(join(folder, name), `${text}\n`);
}
