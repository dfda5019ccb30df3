import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { SyslogLine } from '../wire/syslog.ts';
import { CloudBackup } from './cloud-backup.ts';
import { faultsIn } from './error-reasons.ts';
import { readCloudLine } from './log-line.ts';
import { stageAfter, stages } from './stages.ts';

const line = (text: string, process = 'backupd'): SyslogLine => ({
  time: 'Jul 21 15:49:50',
  process,
  pid: 343,
  level: 'Warning',
  text,
});

// Public report: an iPhone 6 Plus with a beta of iOS 9 (rdar 21930365).
const HELPER_GONE = [
  'WARNING: Files modified during backup',
  'INFO: Not retrying after soft error: Couldn’t communicate with a helper application. (NSCocoaErrorDomain/4097)',
  'ERROR: Backup failed: Error Domain=NSCocoaErrorDomain Code=4097 "connection to service named com.apple.cloudd" UserInfo={NSDebugDescription=connection to service named com.apple.cloudd}',
  'ERROR: ========== Backup failed: Couldn’t communicate with a helper application. (NSCocoaErrorDomain/4097)',
];

test('the helper that died, in the words of iOS 9', () => {
  const news = HELPER_GONE.map((text) => readCloudLine(line(text)));
  const facts = { reason: 'helper-died', domain: 'NSCocoaErrorDomain', code: 4097 };
  assert.deepEqual(news, [
    undefined,
    { kind: 'trouble', facts: { ...facts, final: false } },
    { kind: 'trouble', facts: { ...facts, final: true } },
    { kind: 'trouble', facts: { ...facts, final: true } },
  ]);
});

test('a file that is listed and not there: the app is named, its path is not', () => {
  // Public report: an iPad with iOS 14 (libimobiledevice#1135).
  const text =
    'Failed to upload AppDomain-com.vblast.flipaclip:Library/projects/p199/l15/259483.fci (<CKError 0x1068e0a70: "Asset File Not Found" (16/3002); "open error: 2 (No such file or directory)">)';
  assert.deepEqual(readCloudLine(line(text)), {
    kind: 'trouble',
    facts: {
      reason: 'missing-file',
      domain: 'CKErrorDomain',
      code: 16,
      final: false,
      app: 'com.vblast.flipaclip',
    },
  });
});

test('missing keys, in the words of iOS 9 and of later ones', () => {
  for (const text of [
    '1 files are missing encryption keys',
    '=cloud-backup= Missing encryption key for <private>',
    '=cloud-backup= Backup failed: Encryption key missing (MBErrorDomain/209), (null)',
  ]) {
    const news = readCloudLine(line(text));
    assert.equal(news?.kind === 'trouble' && news.facts.reason, 'missing-keys', text);
  }
});

test('what the scheduler wants, and that it stopped a backup for it', () => {
  const rest =
    'onCellular:0(0), autoBackupOnCellularEnabled:0, autoBackupOnCellularAllowedByProvider:0, managerStates:(null), changes:onPower';
  const state = 'state changed, enabled:1, locked:1, onPower:0, onWiFi:1';
  assert.deepEqual(readCloudLine(line(`=scheduler= [Off condition after 71.4s] ${state}, ${rest}`)), {
    kind: 'conditions',
    facts: { enabled: true, locked: true, power: false, wifi: true, stopped: true },
  });
  assert.deepEqual(
    readCloudLine(
      line(
        '=scheduler= The device lost WiFi but is otherwise still in condition - will wait 120s before canceling ongoing or scheduled backups',
      ),
    ),
    { kind: 'loses', what: 'wifi', seconds: 120 },
  );
});

test('a full iCloud puts the next try off', () => {
  assert.deepEqual(readCloudLine(line('=backoff= QuotaExceeded failureCount:3, backoff:86400')), {
    kind: 'put-off',
    facts: { because: 'full', failures: 3 },
  });
});

test('errors are found in all the forms in which they are printed', () => {
  const forms: readonly (readonly [string, string, number])[] = [
    [
      '<CKError: "Service Unavailable" (6/2022); "Request failed with http status code 503"; uuid = 1>',
      'CKErrorDomain',
      6,
    ],
    ['<CKError 0x30299dd70: "Request Rate Limited" (7/2061); Retry after 20.5 seconds>', 'CKErrorDomain', 7],
    [
      '<CKError: "Quota Exceeded" (25/2035); server message = "Quota exceeded"; \nRetry after 310.0 seconds>',
      'CKErrorDomain',
      25,
    ],
    [
      'Task <A>.<1> finished with error [-1009] Error Domain=NSURLErrorDomain Code=-1009 "offline"',
      'NSURLErrorDomain',
      -1009,
    ],
    ['<NSError:0x1(MBErrorDomain:100) - {}>', 'MBErrorDomain', 100],
  ];
  for (const [text, domain, code] of forms) assert.deepEqual(faultsIn(text)[0], { domain, code }, text);
});

test('Time Machine’s words, a restore and other daemons say nothing about it', () => {
  for (const text of [
    '=restorable= Failed to fetch the protection class for x: (null)',
    '=daemon= holdWorkAssertion: backup, 1',
    'Not backed up (explicit): <private>',
  ])
    assert.equal(readCloudLine(line(text)), undefined, text);
  assert.equal(readCloudLine(line('=cloud-backup= Backup finished successfully', 'SpringBoard')), undefined);
});

test('a whole backup goes through its steps, each later on the phone’s own bar', () => {
  const backup = new CloudBackup();
  backup.hear(line('=cloud-backup= Finished setting up backup for <private> isResumed:1 type:Incremental'));
  assert.equal(backup.standing.running, true);
  let percent = -1;
  for (const stage of stages) {
    backup.hear(line(`=cloud-backup= ${stage.name} done in 0.412s`));
    assert.ok(backup.standing.percent >= percent);
    percent = backup.standing.percent;
    assert.equal(backup.standing.stage, stageAfter(stage) ?? stage);
  }
  backup.hear(line('=cloud-backup= Backup finished successfully'));
  assert.deepEqual([backup.standing.running, backup.standing.percent], [false, 100]);
});

test('no line whatever breaks the reader', () => {
  const words = fc.constantFrom(
    '=cloud-backup= ',
    'Backup failed: ',
    '=scheduler= [On condition] ',
    '(MBErrorDomain/',
    '<CKError 0x1: "',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(words, fc.string())), (parts) => {
      new CloudBackup().hear(line(parts.join('')));
    }),
  );
});
