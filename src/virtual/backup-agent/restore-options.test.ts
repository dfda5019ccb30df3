import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRestored, restoreOptionsOf } from './restore-options.ts';

test('what a computer leaves out is as the phone has it by default', () => {
  const { password, ...options } = restoreOptionsOf(new Map());
  assert.equal(password, undefined);
  assert.deepEqual(options, {
    systemFiles: true,
    reboot: true,
    withoutCopy: false,
    preserveSettings: false,
    preserveCameraRoll: false,
    removeNotRestored: true,
  });
});

test('system files, settings and photos are left alone when the computer says so', () => {
  const options = (keys: object) => restoreOptionsOf(new Map([['Options', new Map(Object.entries(keys))]]));
  const touched = (keys: object) =>
    [
      ['HomeDomain', 'Library/SMS/sms.db'],
      ['HomeDomain', 'Library/Preferences/com.apple.MobileSMS.plist'],
      ['RootDomain', 'Library/Caches'],
      ['CameraRollDomain', 'Media/DCIM/100APPLE/IMG_0001.HEIC'],
    ].map(([domain = '', path = '']) => isRestored(options(keys), domain, path));
  assert.deepEqual(touched({}), [true, true, true, true]);
  assert.deepEqual(touched({ RestoreSystemFiles: false }), [true, true, false, true]);
  assert.deepEqual(touched({ RestorePreserveSettings: true }), [true, false, true, true]);
  assert.deepEqual(touched({ RestorePreserveCameraRoll: true }), [true, true, true, false]);
});
