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
    removeNotRestored: true,
  });
});

test('system files and settings are left alone when the computer says so', () => {
  const options = (keys: object) => restoreOptionsOf(new Map([['Options', new Map(Object.entries(keys))]]));
  const touched = (keys: object) =>
    [
      ['HomeDomain', 'Library/SMS/sms.db'],
      ['HomeDomain', 'Library/Preferences/com.apple.MobileSMS.plist'],
      ['RootDomain', 'Library/Caches'],
    ].map(([domain = '', path = '']) => isRestored(options(keys), domain, path));
  assert.deepEqual(touched({}), [true, true, true]);
  assert.deepEqual(touched({ RestoreSystemFiles: false }), [true, true, false]);
  assert.deepEqual(touched({ RestorePreserveSettings: true }), [true, false, true]);
});
