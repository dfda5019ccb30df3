import assert from 'node:assert/strict';
import { mkdir, mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { busErrorsIn, usbPortOf } from './usb-errors.ts';

test('errors of the phone’s own port are counted by their code', () => {
  const lines = [
    'usb 1-2: USB disconnect, device number 18',
    'usb 1-2: new high-speed USB device number 19 using xhci_hcd',
    'usb 1-2: device descriptor read/64, error -71',
    'usb 1-2: device descriptor read/64, error -71',
    'usb 1-2: device not accepting address 19, error -110',
    'usb 3-1: device descriptor read/64, error -71',
    'ipheth 1-2:4.2: Apple iPhone USB Ethernet device attached',
  ];
  assert.deepEqual(busErrorsIn(lines, '1-2'), [
    { code: '-71', times: 2 },
    { code: '-110', times: 1 },
  ]);
});

test('the port is found by bus and device number', async () => {
  await using root = await mkdtempDisposable(join(tmpdir(), 'thaw-sysfs-'));
  for (const [name, bus, device] of [
    ['1-1', '1', '7'],
    ['1-2', '1', '18'],
    ['2-2', '2', '18'],
  ] as const) {
    await mkdir(join(root.path, name));
    await writeFile(join(root.path, name, 'busnum'), `${bus}\n`);
    await writeFile(join(root.path, name, 'devnum'), `${device}\n`);
  }
  assert.equal(await usbPortOf(0x1_0012, root.path), '1-2');
  assert.equal(await usbPortOf(0x3_0012, root.path), undefined);
});
