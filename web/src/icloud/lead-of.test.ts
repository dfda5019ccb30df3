import assert from 'node:assert/strict';
import { test } from 'node:test';
import { icloud } from '../words/en/icloud.ts';
import { leadOf } from './lead-of.ts';

const quiet = {
  name: 'iPhone',
  productType: null,
  iosVersion: null,
  backupOn: true,
  lastBackup: null,
  running: false,
};
const lead = (phone: Parameters<typeof leadOf>[0]): string =>
  leadOf(phone, 'iPhone', icloud, () => '3 days ago');

test('what goes on now is said before what was', () => {
  assert.match(lead({ ...quiet, running: true, lastBackup: '2026-11-01T00:00:00Z' }), /now\.$/);
  assert.match(lead({ ...quiet, lastBackup: '2026-11-01T00:00:00Z' }), /3 days ago\.$/);
});

test('a backup that is off, or was never finished, is called so', () => {
  assert.match(lead({ ...quiet, backupOn: false }), /is off/);
  assert.match(lead(quiet), /never finished/);
  assert.doesNotMatch(lead({ ...quiet, backupOn: null }), /never finished/);
  assert.doesNotMatch(lead(null), /never finished/);
});
