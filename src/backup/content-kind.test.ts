import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contentKindOf } from './content-kind.ts';

test('a path on the phone tells what a file is to a person', () => {
  assert.equal(contentKindOf('/var/mobile/Media/DCIM/100APPLE/IMG_0001.HEIC'), 'photos');
  assert.equal(contentKindOf('/private/var/mobile/Library/SMS/sms.db'), 'messages');
  assert.equal(contentKindOf('/var/mobile/Library/Health/healthdb.sqlite'), 'health');
  assert.equal(contentKindOf('/var/mobile/Containers/Data/Application/x/Documents/a'), 'apps');
  assert.equal(contentKindOf('/var/Keychains/keychain-2.db'), 'settings');
  assert.equal(contentKindOf('/var/mobile/Media/Recordings/a.m4a'), 'other');
  assert.equal(contentKindOf(''), 'other');
});
