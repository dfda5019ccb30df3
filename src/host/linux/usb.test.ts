import assert from 'node:assert/strict';
import { mkdir, mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { bootModePhones, iosPhonesOnBus } from './usb.ts';

/** A sysfs tree with one device. */
async function bus(attributes: Readonly<Record<string, string>>) {
  const root = await mkdtempDisposable(join(tmpdir(), 'thaw-usb-'));
  await mkdir(join(root.path, '1-2'));
  for (const [name, text] of Object.entries(attributes))
    await writeFile(join(root.path, '1-2', name), `${text}\n`);
  return root;
}

test('in recovery the UDID follows from chip and ECID', async () => {
  const serial = 'CPID:8110 CPRV:11 CPFM:03 SCEP:01 BDID:0A ECID:001A2B3C4D5E001E IBFL:3C SRNM:[F17ABC]';
  await using root = await bus({ idVendor: '05ac', idProduct: '1281', serial });
  assert.deepEqual(await bootModePhones(root.path), [
    { mode: 'recovery', udid: '00008110-001A2B3C4D5E001E' },
  ]);
});

test('the UDID of an older phone does not follow from its chip', async () => {
  await using root = await bus({
    idVendor: '05ac',
    idProduct: '1227',
    serial: 'CPID:8015 ECID:001A2B3C4D5E001E',
  });
  assert.deepEqual(await bootModePhones(root.path), [{ mode: 'dfu', udid: undefined }]);
});

for (const [what, idVendor, idProduct] of [
  ['a keyboard by Apple', '05ac', '0250'],
  ['an iPhone in normal mode, which usbmuxd sees', '05ac', '12a8'],
  ['gear of another maker', '18d1', '1281'],
] as const) {
  test(`not listed: ${what}`, async () => {
    await using root = await bus({ idVendor, idProduct, serial: 'X' });
    assert.deepEqual(await bootModePhones(root.path), []);
  });
}

test('phones that run iOS are counted, whether usbmuxd knows them or not', async () => {
  await using phone = await bus({ idVendor: '05ac', idProduct: '12a8' });
  assert.equal(await iosPhonesOnBus(phone.path), 1);
  await using keyboard = await bus({ idVendor: '05ac', idProduct: '0250' });
  assert.equal(await iosPhonesOnBus(keyboard.path), 0);
});

test('without sysfs there is nothing to see', async () => {
  assert.deepEqual(await bootModePhones('/nowhere/at/all'), []);
  assert.equal(await iosPhonesOnBus('/nowhere/at/all'), 0);
});
