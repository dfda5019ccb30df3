import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeStatus, encodeStatus, type SnapshotState } from './status-plist.ts';

const statusWith = (snapshotState: SnapshotState) => ({
  uuid: '0A1B2C3D-4E5F-4A6B-8C7D-8E9FA0B1C2D3',
  date: new Date('2026-06-20T08:02:10Z'),
  backupState: 'new',
  snapshotState,
  isFullBackup: true,
  version: '3.3',
});

test('it is as long as the ones real phones are seen to send', () => {
  const lengths = (['uploading', 'moving', 'removing', 'finished'] as const).map(
    (state) => encodeStatus(statusWith(state)).length,
  );
  assert.deepEqual(lengths, [190, 187, 189, 189]);
});

test('it comes back as it was', () => {
  assert.deepEqual(decodeStatus(encodeStatus(statusWith('moving'))), statusWith('moving'));
});

test('an empty file is no status', () => {
  assert.throws(() => decodeStatus(Buffer.alloc(0)), { code: 'wire.plist' });
});
