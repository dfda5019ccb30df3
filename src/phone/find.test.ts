import assert from 'node:assert/strict';
import { test } from 'node:test';
import { choosePhone, eachPhone } from './find.ts';
import type { MuxDevice } from './mux-device.ts';
import { udidOfSerial } from './udid.ts';

function device(deviceId: number, serial: string, connection: 'usb' | 'network' = 'usb'): MuxDevice {
  const udid = udidOfSerial(serial);
  assert.ok(udid);
  return { deviceId, udid, connection };
}

const wifi = device(1, '00008110-001A2B3C4D5E001E', 'network');
const cable = device(2, '00008110-001A2B3C4D5E001E');
const old = device(3, '0123456789abcdef0123456789abcdef01234567');

test('the only phone is meant', () => {
  assert.equal(choosePhone([old], undefined), old);
});

test('a phone on the cable and on Wi-Fi is one phone, and the cable is better', () => {
  assert.equal(choosePhone([wifi, cable], undefined), cable);
  assert.equal(choosePhone([cable, wifi], undefined), cable);
  assert.deepEqual(eachPhone([wifi, cable, old]), [cable, old]);
});

test('a phone is named by its UDID, however it is written', () => {
  for (const udid of ['00008110-001A2B3C4D5E001E', '00008110001A2B3C4D5E001E', '00008110-001a2b3c4d5e001e'])
    assert.equal(choosePhone([old, cable], udid), cable);
});

test('none, several, and not the one that is named', () => {
  assert.throws(() => choosePhone([], undefined), { code: 'phone.none' });
  assert.throws(() => choosePhone([cable, old], undefined), {
    code: 'phone.several',
    facts: { phones: '00008110-001A2B3C4D5E001E, 0123456789abcdef0123456789abcdef01234567' },
  });
  assert.throws(() => choosePhone([cable], 'other'), { code: 'phone.absent', facts: { udid: 'other' } });
});

test('a USB serial number leaves the dash of the UDID out', () => {
  assert.equal(udidOfSerial('00008110001A2B3C4D5E001E'), '00008110-001A2B3C4D5E001E');
});

test('nothing that could leave a folder passes for a UDID', () => {
  for (const serial of ['', '../../../../../../etc/1', '00008110-001A2B3C4D5E001E/..', 'ffff'])
    assert.equal(udidOfSerial(serial), undefined);
});
