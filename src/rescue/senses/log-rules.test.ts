import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { SyslogParser } from '../../wire/syslog.ts';
import { logRules } from './log-rules.ts';
import { readLine } from './phone-log.ts';

/** What a line of the phone's log says, as the relay would print it. */
function read(process: string, text: string) {
  const parser = new SyslogParser(new Set([process]));
  const [line] = parser.push(Buffer.from(`Dec  3 22:34:14 iPhone ${process}[302] <Notice>: ${text}\n\0`));
  const found = line && readLine(line)?.found;
  return found && [found.kind, found.facts];
}

/** Lines as public reports print them, and what they come to. */
const SAID: readonly (readonly [process: string, text: string, kind: string, facts: object])[] = [
  [
    'BackupAgent2',
    'Finished scanning domain <private> - size:149852, files:16, dirs:21, clones:0, hardlinks:0',
    'log.scanning',
    { domains: 1 },
  ],
  [
    'BackupAgent2',
    '=scanning= Finished scanning domain AppDomain-com.example.app - size:1, files:2',
    'log.scanning',
    { domains: 1 },
  ],
  ['BackupAgent2', 'uploadSize:16795365018', 'log.space', { uploadBytes: 16_795_365_018 }],
  [
    'BackupAgent2',
    'uploadSize:200(200), uploadFileCount:31, uploadBatchSize:128',
    'log.space',
    { uploadBytes: 200, files: 31 },
  ],
  [
    'BackupAgent2',
    'uploadSize:200, Free disk space on drive: 10',
    'log.space',
    { uploadBytes: 200, freeBytes: 10 },
  ],
  [
    'BackupAgent2',
    'Need extra space on host: 12265029274. Requesting host to purge now',
    'log.wants-space',
    { missingBytes: 12_265_029_274 },
  ],
  [
    'BackupAgent2',
    'Failed to upload <private> to <private> in batch 679: <NSError:0x1(MBErrorDomain:100) - {}>',
    'log.file-unreadable',
    { domain: '', code: 100 },
  ],
  [
    'BackupAgent2',
    'Failed to upload AppDomain-com.example.notes:Documents/Ana.pdf: "Input/output error (5)"',
    'log.file-unreadable',
    { domain: 'AppDomain-com.example.notes', code: 0 },
  ],
  ['BackupAgent2', 'Drive returned unexpected error code: 1', 'log.computer-refused', { code: 1 }],
  [
    'BackupAgent2',
    '2672:6093156352|SocketStreamHandler.c:_SocketLogCallback| ERROR: SocketSend (data): error 22: Invalid argument',
    'log.link-broken',
    { while: 'writing' },
  ],
  ['BackupAgent2', 'SocketRecv (data): error -555', 'log.link-broken', { while: 'reading' }],
  ['BackupAgent2', 'Computer disconnected: Lost connection', 'log.link-broken', { while: 'unknown' }],
  [
    'BackupAgent2',
    'Underlying error: fcntl permission error setting protection class (device locked?) (MBErrorDomain/208)',
    'log.locked',
    { process: 'BackupAgent2' },
  ],
  [
    'BackupAgent2',
    "*** Terminating app due to uncaught exception 'NSInternalInconsistencyException', reason: 'No operation found for path: /x'",
    'log.crashed',
    { process: 'BackupAgent2', onFileName: true },
  ],
  [
    'ReportCrash',
    'Formulating crash report for process BackupAgent2[119]',
    'log.crashed',
    { process: 'BackupAgent2', onFileName: false },
  ],
  [
    'kernel',
    'memorystatus: killing_specific_process pid 311 [BackupAgent2] (per-process-limit)',
    'log.memory-kill',
    { process: 'BackupAgent2', reason: 'per-process-limit' },
  ],
  [
    'launchd',
    'user/501/com.apple.mobilebackup2 [553]: exited due to exit(0), ran for 14268ms',
    'log.daemon-exit',
    { status: 0, seconds: 14.268 },
  ],
  [
    'launchd',
    'user/501/com.apple.mobilebackup2 [553]: exited due to SIGKILL | sent by kernel, ran for 900ms',
    'log.daemon-exit',
    { status: -1, seconds: 0.9 },
  ],
  ['BackupAgent2', 'Finished backup in 18.998s', 'log.backup-finished', { seconds: 18.998 }],
  // Its words matter to nobody: that it runs is what counts. A line of an updater at work, from a public log.
  [
    'com.apple.MobileSoftwareUpdate.UpdateBrainService',
    'AppleHPMLibRTInterface::<private>@0xc RID0 - AppleHPMLibRTUpdater - panic debug enabled:0',
    'phone.updating',
    { state: 'preparing' },
  ],
  [
    'BackupAgent2',
    'Failed to backup: Multiple errors uploading files (MBErrorDomain/104)',
    'log.backup-failed',
    { code: 104 },
  ],
  [
    'backupd',
    '=sync= Finished file list synchronization in 2.10s - consolidated:1 fetched:2 deleted:3',
    'log.icloud-backup',
    { tag: 'sync' },
  ],
];

for (const [process, text, kind, facts] of SAID) {
  test(`${process}: ${text}`, () => assert.deepEqual(read(process, text), [kind, facts]));
}

test('lines of a phone at work say nothing, and so do the troubles of others', () => {
  for (const [process, text] of [
    ['BackupAgent2', 'Not backed up (explicit): <private>'],
    ['BackupAgent2', 'Encryption is enabled'],
    ['BackupAgent2', 'Missing books entry.'],
    [
      'BackupAgent2',
      'Failed to fully upload: /x/FileProvider/backup/backup_manifest.db: Input/output error (5)',
    ],
    ['ReportCrash', 'Formulating crash report for process Photos[119]'],
    ['kernel', 'memorystatus: killing_specific_process pid 9 [Photos] (vm-pageshortage)'],
    ['backupd', '=scheduler= [On condition] state changed, enabled:1, locked:1'],
    ['launchd', 'user/501/com.apple.photos [9]: exited due to SIGKILL, ran for 900ms'],
  ] as const)
    assert.equal(read(process, text), undefined, text);
});

test('evidence from the log never holds a path or a name, whatever the line holds', () => {
  const secret = 'Ana_Secret';
  fc.assert(
    fc.property(fc.constantFrom(...SAID), fc.nat(200), ([process, text], at) => {
      const found = read(
        process,
        `${text.slice(0, at)} /var/mobile/${secret}/${secret}.pdf ${text.slice(at)}`,
      );
      assert.ok(!JSON.stringify(found ?? '').includes(secret));
    }),
  );
});

test('every rule is met by a line that was seen', () => {
  for (const { by, looksLike } of logRules)
    assert.ok(
      SAID.some(([process, text]) => process === by && looksLike.test(text)),
      String(looksLike),
    );
});
