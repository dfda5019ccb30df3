import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeBinary } from '../wire/plist/binary-encode.ts';
import { Real } from '../wire/plist/value.ts';
import { readCloudSettings, readCloudState } from './backup-preferences.ts';
import { faultsIn, reasonOf } from './error-reasons.ts';

test('the settings tell whether iCloud Backup is on and when each kind last succeeded', () => {
  const settings = readCloudSettings(
    encodeBinary({ CloudBackupEnabled: true, LastCloudBackupDate: 786_240_000, LastiTunesBackupTZ: 'GMT+1' }),
  );
  assert.deepEqual(settings, {
    enabled: true,
    lastCloudBackup: new Date('2025-12-01T00:00:00Z'),
    lastLocalBackup: undefined,
  });
});

test('the state tells what went wrong, the newest first, and what each app would add', () => {
  const state = readCloudState(
    encodeBinary({
      BackupStateInfo: {
        state: 6,
        progress: new Real(0.25),
        isCloud: true,
        backupAttemptCount: 7,
        errors: [{ date: '2023-02-22T10:24:49.051', domain: 'MBErrorDomain', code: 303 }],
      },
      // A line as public parsers of sysdiagnose files keep it.
      LastOnConditionEvents: [
        '2023-02-23T10:24:49.051-08:00|158966.533|1|1|0|1|1|0|120|73683|15023|0|MBErrorDomain|209|2|0|0|0|0',
        'not a line of this kind',
      ],
      PreflightSizing: { CameraRollDomain: 20_000, HomeDomain: 5, _TotalSize: 20_005 },
      FetchMissingKeysAtNextUnlock: true,
    }),
  );
  assert.deepEqual(state, {
    progress: 0.25,
    attempts: 7,
    faults: [
      { domain: 'MBErrorDomain', code: 209, at: new Date('2023-02-23T18:24:49.051Z') },
      { domain: 'MBErrorDomain', code: 303, at: new Date('2023-02-22T10:24:49.051Z') },
    ],
    sizes: [
      { domain: 'CameraRollDomain', bytes: 20_000 },
      { domain: 'HomeDomain', bytes: 5 },
    ],
    totalBytes: 20_005,
    waitsForUnlock: true,
  });
});

test('an empty file is a phone that never said anything, and a local backup’s errors are not iCloud’s', () => {
  assert.deepEqual(readCloudState(encodeBinary({})).faults, []);
  const local = { isCloud: false, errors: [{ domain: 'MBErrorDomain', code: 105 }] };
  assert.deepEqual(readCloudState(encodeBinary({ BackupStateInfo: local })).faults, []);
});

test('errors in a printed text are found with their causes, and known numbers have a reason', () => {
  const text =
    'Backup failed: Multiple errors (MBErrorDomain/2). Underlying error: Couldn’t communicate with a helper application. (NSCocoaErrorDomain/4097).';
  assert.deepEqual(faultsIn(text).map(reasonOf), [undefined, 'helper-died']);
  assert.equal(reasonOf({ domain: 'CKErrorDomain', code: 25 }), 'icloud-full');
  assert.equal(reasonOf({ domain: 'NSURLErrorDomain', code: -1200 }), 'tls-refused');
});
