import assert from 'node:assert/strict';
import { mkdir, mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { usbLinks as linuxLinks } from '../linux/usb-links.ts';
import { parseBattery, parseSleeps } from '../macos/power.ts';
import { parseUsbLinks } from '../macos/usb-links.ts';
import { isCrippled, isSerialOf, modelMegabits } from './usb-link.ts';

const SERIAL = '00008101000B45490001001E';

test('Linux: a phone behind one hub, and the interfaces and root hubs beside it', async () => {
  await using root = await mkdtempDisposable(join(tmpdir(), 'thaw-usb-'));
  const devices = {
    '1-2.4': { idVendor: '05ac', idProduct: '12a8', serial: SERIAL, speed: '480' },
    '1-2': { idVendor: '0bda', idProduct: '5411', serial: '', speed: '480' },
    '1-2.4:4.2': {},
    usb1: { idVendor: '1d6b', idProduct: '0002', serial: '0000:00:14.0', speed: '480' },
  };
  for (const [name, attributes] of Object.entries(devices)) {
    await mkdir(join(root.path, name));
    for (const [file, text] of Object.entries(attributes))
      await writeFile(join(root.path, name, file), `${text}\n`);
  }
  const [link, ...others] = await linuxLinks(root.path);
  assert.deepEqual(link, { serial: SERIAL, location: '1-2.4', megabits: 480, hubs: 1 });
  assert.deepEqual(others, []);
  assert.deepEqual(await linuxLinks('/nowhere'), []);
});

/** Keys and forms of values as in a public recording (cyme's test data) of macOS before 26. */
const OLD_FORM = {
  SPUSBDataType: [
    {
      _name: 'USB31Bus',
      host_controller: 'AppleUSBXHCITR',
      _items: [
        {
          _name: '4-Port USB 2.0 Hub',
          product_id: '0x5411',
          vendor_id: '0x0bda  (Realtek Semiconductor Corp.)',
          device_speed: 'high_speed',
          location_id: '0x14300000 / 1',
          _items: [
            {
              _name: 'iPhone',
              product_id: '0x12a8',
              vendor_id: 'apple_vendor_id',
              serial_num: SERIAL,
              device_speed: 'full_speed',
              location_id: '0x14310000 / 4',
            },
          ],
        },
      ],
    },
  ],
};

/** The renamed keys of macOS 26, after public programs that read them. */
const NEW_FORM = {
  SPUSBHostDataType: [
    {
      _name: 'USB 3.1 Bus',
      Driver: 'AppleT8142USBXHCI',
      USBKeyHardwareType: 'Built-in',
      _items: [
        {
          _name: 'iPhone',
          USBDeviceKeyVendorID: '0x05ac',
          USBDeviceKeyProductID: '0x12a8',
          USBDeviceKeySerialNumber: SERIAL,
          USBDeviceKeyLinkSpeed: '10 Gb/s',
          USBKeyLocationID: '0x01100000',
        },
      ],
    },
  ],
};

test('macOS: both forms of its list, the older and that of macOS 26', () => {
  assert.deepEqual(parseUsbLinks(JSON.stringify(OLD_FORM)), [
    { serial: SERIAL, location: '0x14310000', megabits: 12, hubs: 1 },
  ]);
  assert.deepEqual(parseUsbLinks(JSON.stringify(NEW_FORM)), [
    { serial: SERIAL, location: '0x01100000', megabits: 10_000, hubs: 0 },
  ]);
});

test('macOS: a program that says something else finds no phone', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => parseUsbLinks(text).length === 0));
});

test('what a link means: a crippled one, what the model could do, whose it is', () => {
  const link = { serial: SERIAL, location: '1-2', megabits: 12, hubs: 0 };
  assert.equal(isCrippled(link), true);
  assert.equal(isCrippled({ ...link, megabits: 480 }), false);
  assert.equal(modelMegabits('iPhone16,1'), 10_000);
  assert.equal(modelMegabits('iPhone17,3'), 480);
  assert.equal(isSerialOf('00008101-000B45490001001E', SERIAL), true);
});

test('macOS: the battery, plugged in, running down, or none at all', () => {
  const plugged =
    "Now drawing from 'AC Power'\n -InternalBattery-0\t88%; AC attached; not charging present: true\n";
  assert.deepEqual(parseBattery(plugged), { onMains: true, percent: 88 });
  const withId =
    "Now drawing from 'Battery Power'\n -InternalBattery-0 (id=12345678)\t89%; discharging; 4:47 remaining\n";
  assert.deepEqual(parseBattery(withId), { onMains: false, percent: 89 });
  assert.deepEqual(parseBattery("Now drawing from 'AC Power'\n"), { onMains: true, percent: undefined });
  assert.equal(parseBattery('pmset: command not found'), undefined);
});

test('macOS: when it slept, for how long and why; waking and other lines are passed over', () => {
  const log = `Time stamp                Domain                  Message                                   Duration      Delay
2021-01-21 18:56:24 +0100 Sleep               \tEntering Sleep state due to 'Clamshell Sleep': Using AC (Charge:100%) 21 secs
2021-01-21 18:56:45 +0100 Wake                \tWake from Normal Sleep [CDNVA] : due to GLAN/Lid Open Using AC (Charge:100%) 16 secs
2020-08-29 08:11:59 +0800 Sleep               \tEntering Sleep state due to 'Clamshell Sleep': Using Batt (Charge:96%) 54731 secs`;
  assert.deepEqual(parseSleeps(log), [
    { at: new Date('2021-01-21T17:56:24Z'), seconds: 21, reason: 'lid' },
    { at: new Date('2020-08-29T00:11:59Z'), seconds: 54_731, reason: 'lid' },
  ]);
});
