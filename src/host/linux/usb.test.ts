import assert from 'node:assert/strict';
import { mkdir, mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { iosPhonesOnBus } from './usb.ts';

/** A sysfs tree with one device. */
async function bus(attributes: Readonly<Record<string, string>>) {
  const root = await mkdtempDisposable(join(tmpdir(), 'thaw-usb-'));
  await mkdir(join(root.path, '1-2'));
  for (const [name, text] of Object.entries(attributes))
    await writeFile(join(root.path, '1-2', name), `${text}\n`);
  return root;
}

test('phones that run iOS are counted, whether usbmuxd knows them or not', async () => {
  await using phone = await bus({ idVendor: '05ac', idProduct: '12a8' });
  assert.equal(await iosPhonesOnBus(phone.path), 1);
  await using keyboard = await bus({ idVendor: '05ac', idProduct: '0250' });
  assert.equal(await iosPhonesOnBus(keyboard.path), 0);
});

test('without sysfs there is nothing to see', async () => {
  assert.equal(await iosPhonesOnBus('/nowhere/at/all'), 0);
});
