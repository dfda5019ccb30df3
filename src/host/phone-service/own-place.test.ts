import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOwnPlace } from './own-place.ts';

test('the system’s own service is looked at, also when it is named; another is not this computer’s to mend', () => {
  for (const own of [undefined, '', '/var/run/usbmuxd', 'UNIX:/run/usbmuxd', 'unix:///var/run/usbmuxd'])
    assert.equal(isOwnPlace(own, 'linux'), true, own);
  assert.equal(isOwnPlace('127.0.0.1:27015', 'windows'), true);
  for (const other of ['127.0.0.1:27015', 'UNIX:/tmp/usbmuxd', '192.168.1.2:27015'])
    assert.equal(isOwnPlace(other, 'linux'), false, other);
  assert.equal(isOwnPlace('127.0.0.1:27016', 'windows'), false);
});
