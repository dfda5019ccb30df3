import assert from 'node:assert/strict';
import { mkdir, mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { bootPhones, bootPhonesOfMac, bootPhonesOfWindows } from './boot-phones.ts';
import { bootPhoneOf } from './boot-serial.ts';

const SERIAL = 'CPID:8110 CPRV:11 CPFM:03 SCEP:01 BDID:0A ECID:001A2B3C4D5E001E IBFL:3C SRNM:[F17ABC]';
const IPHONE_13 = {
  udid: '00008110-001A2B3C4D5E001E',
  chip: 0x8110,
  board: 0x0a,
  ecid: '001A2B3C4D5E001E',
} as const;

/** A computer whose sysfs holds one device. */
async function linux(attributes: Readonly<Record<string, string>>) {
  const root = await mkdtempDisposable(join(tmpdir(), 'thaw-boot-'));
  const device = join(root.path, 'sys/bus/usb/devices/1-2');
  await mkdir(device, { recursive: true });
  for (const [name, text] of Object.entries(attributes)) await writeFile(join(device, name), `${text}\n`);
  return { computer: { system: 'linux', root: root.path } as const, [Symbol.asyncDispose]: root.remove };
}

test('in recovery chip, board and UDID follow from the serial', async (t) => {
  await using bus = await linux({ idVendor: '05ac', idProduct: '1281', serial: SERIAL });
  assert.deepEqual(await bootPhones(t.signal, bus.computer), [{ mode: 'recovery', ...IPHONE_13 }]);
});

test('the UDID of an older phone does not follow from its chip', async (t) => {
  const serial = 'CPID:8015 BDID:0A ECID:001A2B3C4D5E001E';
  await using bus = await linux({ idVendor: '05ac', idProduct: '1227', serial });
  const [phone] = await bootPhones(t.signal, bus.computer);
  assert.deepEqual(phone, { ...IPHONE_13, mode: 'dfu', udid: undefined, chip: 0x8015 });
});

for (const [what, idVendor, idProduct] of [
  ['a keyboard by Apple', '05ac', '0250'],
  ['an iPhone that runs iOS, which usbmuxd sees', '05ac', '12a8'],
  ['gear of another maker', '18d1', '1281'],
] as const) {
  test(`not listed: ${what}`, async (t) => {
    await using bus = await linux({ idVendor, idProduct, serial: 'X' });
    assert.deepEqual(await bootPhones(t.signal, bus.computer), []);
  });
}

test('without sysfs there is nothing to see', async (t) => {
  assert.deepEqual(await bootPhones(t.signal, { system: 'linux', root: '/nowhere' }), []);
});

test('macOS lists it in either of its forms, behind a hub too', () => {
  const phone = {
    _name: 'Apple Mobile Device (Recovery Mode)',
    vendor_id: 'apple_vendor_id',
    product_id: '0x1281',
    serial_num: SERIAL,
  };
  const old = { SPUSBDataType: [{ _name: 'USB31Bus', _items: [{ _name: 'Hub', _items: [phone] }] }] };
  assert.deepEqual(bootPhonesOfMac(JSON.stringify(old)), [{ mode: 'recovery', ...IPHONE_13 }]);
  const renamed = {
    USBDeviceKeyVendorID: '0x05ac',
    USBDeviceKeyProductID: '0x1227',
    USBDeviceKeySerialNumber: SERIAL,
  };
  const recent = { SPUSBHostDataType: [{ _items: [renamed] }] };
  assert.deepEqual(bootPhonesOfMac(JSON.stringify(recent)), [{ mode: 'dfu', ...IPHONE_13 }]);
});

/** libirecovery reads the same path, and puts the spaces back. */
test('Windows keeps the serial in the path of the device, with lines for spaces', () => {
  const PNPDeviceID = `USB\\VID_05AC&PID_1281\\${SERIAL.replaceAll(' ', '_')}`;
  assert.deepEqual(bootPhonesOfWindows([{ PNPDeviceID }]), [{ mode: 'recovery', ...IPHONE_13 }]);
  const normal = { PNPDeviceID: 'USB\\VID_05AC&PID_12A8\\00008110001A2B3C4D5E001E' };
  assert.deepEqual(bootPhonesOfWindows([normal, {}]), []);
});

test('no serial, however odd, is an error', () => {
  fc.assert(fc.property(fc.string(), (serial) => bootPhoneOf(0x05ac, 0x1281, serial)?.mode === 'recovery'));
});
