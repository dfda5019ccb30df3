import assert from 'node:assert/strict';
import { test } from 'node:test';
import { restoreCommandLine } from './offer-restore.ts';

test('the command that brings an erased phone’s backup back can be typed as it stands', () => {
  assert.equal(
    restoreCommandLine('/media/disk/iPhone'),
    'thaw restore /media/disk/iPhone --system --settings',
  );
  assert.equal(restoreCommandLine('/media/my disk'), "thaw restore '/media/my disk' --system --settings");
});
