import type { VirtualPhone } from '../phone.ts';
import type { CloudTrouble } from './icloud-fields.ts';

/** Where in a backup it strikes. */
export type StageName =
  | 'Setup'
  | 'RefreshCache'
  | 'SynchronizeFileLists'
  | 'CreateVolumeSnapshots'
  | 'FindChanges'
  | 'ReserveQuota'
  | 'PrepareToUploadFiles'
  | 'UploadFiles'
  | 'UploadDomainRecords'
  | 'Commit';

export interface TroubleScript {
  readonly at: StageName;
  /** What is printed when it strikes, the verdict last. */
  readonly print: (phone: VirtualPhone) => void;
}

const CK = '<CKError 0x10a8c3f20:';
/** Names of people and their files stand in real lines too; whoever reads them must not pass them on. */
const MAIL = 'sample.owner@example.com';

function error(phone: VirtualPhone, ...lines: readonly string[]): void {
  for (const line of lines) phone.log('backupd', 'Error', line);
}

function urlError(phone: VirtualPhone, code: number, words: string): void {
  const task = phone.random.uuid();
  phone.log(
    'nsurlsessiond',
    'Error',
    `Task <${task}>.<7> finished with error [${code}] Error Domain=NSURLErrorDomain Code=${code} "${words}" UserInfo={NSErrorFailingURLStringKey=https://p24-content.icloud.com/${phone.udid}}`,
  );
}

const verdict = (text: string, code: number, under: string): string =>
  `=cloud-backup= Backup failed: ${text} (MBErrorDomain/${code}). Underlying error: ${under}., Error Domain=MBErrorDomain Code=${code} "${text}"`;

/**
 * What the phone's log says of each. Wordings: format strings of the published daemon, CloudKit's and CFNetwork's errors
 * as public logs print them, and for `helper-lost`, `missing-file` and `keys-missing` the lines of public reports.
 */
export const troubleScripts: Readonly<Record<CloudTrouble, TroubleScript>> = {
  full: {
    at: 'ReserveQuota',
    print: (phone) => {
      phone.log(
        'cloudd',
        'Error',
        `${CK} "Quota Exceeded" (25/2035); server message = "Quota exceeded"; Retry after 310.0 seconds>`,
      );
      error(phone, verdict('Quota exceeded', 303, 'Quota exceeded (CKErrorDomain/25)'));
      phone.log('backupd', 'Notice', '=backoff= QuotaExceeded failureCount:1, backoff:3600');
    },
  },
  // libimobiledevice#1135, an iPad with iOS 14.
  'missing-file': {
    at: 'UploadFiles',
    print: (phone) =>
      error(
        phone,
        `Failed to upload AppDomain-com.example.draw:Library/projects/Ana and Ben/259483.fci (${CK} "Asset File Not Found" (16/3002); "open error: 2 (No such file or directory)">)`,
        `Operation B737F128AC358A0F/<MBCKBatchSave: 0x1060bd740> failed: ${CK} "Partial Failure" (2/1011); "Failed to modify some records"; partial errors: {\n\tF:6C213366-0000-4000-8000-3F2A6C2B1D00:yWogPjEK=:13153:BSFF:(_defaultZone:__defaultOwner__) = ${CK} "Internal Error" (1/1000); "pread error: 2 (No such file or directory)">`,
        'ERROR: ========== Backup failed: Partial Failure (MBErrorDomain/2)',
      ),
  },
  // rdar 22784408, an iPad with iOS 9, gives the words; 209 stands in a real phone's settings.
  'keys-missing': {
    at: 'UploadFiles',
    print: (phone) => {
      phone.log('backupd', 'Warning', 'WARNING: OTA keybags not matching current keybags');
      phone.log(
        'backupd',
        'Notice',
        `=cloud-backup= Missing encryption key for AppDomain-com.example.bank:Documents/${MAIL}.db`,
      );
      error(
        phone,
        verdict('1 files are missing encryption keys', 209, 'Encryption key missing (MBErrorDomain/209)'),
      );
      phone.log('backupd', 'Notice', '=backoff= MissingEncryptionKey failureCount:1, backoff:1800');
    },
  },
  // rdar 21930365, an iPhone 6 Plus with iOS 9.
  'helper-lost': {
    at: 'UploadFiles',
    print: (phone) => {
      phone.log('backupd', 'Warning', 'WARNING: Files modified during backup');
      const words = 'Couldn’t communicate with a helper application. (NSCocoaErrorDomain/4097)';
      phone.log('backupd', 'Warning', `INFO: Not retrying after soft error: ${words}`);
      phone.log(
        'backupd',
        'Warning',
        'ERROR: Backup failed: Error Domain=NSCocoaErrorDomain Code=4097 "connection to service named com.apple.cloudd" UserInfo={NSDebugDescription=connection to service named com.apple.cloudd}',
      );
      phone.log('backupd', 'Warning', `ERROR: ========== Backup failed: ${words}`);
    },
  },
  'helper-crash': {
    at: 'UploadFiles',
    print: (phone) => {
      phone.crashReports.addCrash('cloudd');
      phone.log('ReportCrash', 'Notice', 'Formulating fatal 309 report for corpse cloudd');
      error(
        phone,
        verdict(
          'Service Unavailable',
          304,
          `${CK} "Service Unavailable" (6/NSCocoaErrorDomain:4099); "Error connecting to CloudKit daemon">`,
        ),
      );
    },
  },
  'daemon-memory': {
    at: 'FindChanges',
    print: (phone) => {
      phone.crashReports.addJetsam('backupd', 210_000_000);
      phone.log(
        'kernel',
        'Notice',
        'memorystatus: killing_specific_process pid 142 [backupd] (per-process-limit)',
      );
    },
  },
  network: {
    at: 'UploadFiles',
    print: (phone) => {
      urlError(phone, -1005, 'The network connection was lost.');
      urlError(phone, -1009, 'The Internet connection appears to be offline.');
      error(
        phone,
        verdict(
          'Network unavailable',
          308,
          'The Internet connection appears to be offline. (NSURLErrorDomain/-1009)',
        ),
      );
    },
  },
  tls: {
    at: 'RefreshCache',
    print: (phone) => {
      urlError(
        phone,
        -1200,
        'An SSL error has occurred and a secure connection to the server cannot be made.',
      );
      error(
        phone,
        `=cloud-backup= Backup failed: An SSL error has occurred (NSURLErrorDomain/-1200), Error Domain=NSURLErrorDomain Code=-1200`,
      );
    },
  },
  // The form in which apps met it for months from late 2021 on.
  server: {
    at: 'SynchronizeFileLists',
    print: (phone) => {
      phone.log(
        'cloudd',
        'Error',
        `${CK} "Service Unavailable" (6/2022); "Request failed with http status code 503"; Retry after 30.0 seconds>`,
      );
      error(phone, verdict('Service Unavailable', 304, 'Service Unavailable (CKErrorDomain/6)'));
      phone.log(
        'backupd',
        'Notice',
        `=backoff= Updating RetryAfterDate based on server response for account ${MAIL}: 30`,
      );
    },
  },
  'rate-limited': {
    at: 'UploadDomainRecords',
    print: (phone) => {
      phone.log(
        'cloudd',
        'Error',
        `${CK} "Request Rate Limited" (7/2061); "Operation throttled by previous server http 503 reply. Retry after 20.5 seconds."; Retry after 20.5 seconds>`,
      );
      error(phone, verdict('Request Rate Limited', 17, 'Request Rate Limited (CKErrorDomain/7)'));
    },
  },
  account: {
    at: 'Setup',
    print: (phone) => error(phone, verdict('Not Authenticated', 305, `Not Authenticated (CKErrorDomain/9)`)),
  },
  deferred: {
    at: 'UploadFiles',
    print: (phone) =>
      error(phone, '=cloud-backup= Backup failed: Backup canceled (deferred) (MBErrorDomain/223), (null)'),
  },
  'phone-full': {
    at: 'CreateVolumeSnapshots',
    print: (phone) =>
      error(
        phone,
        verdict(
          'No space left on device',
          106,
          'You can’t save the file because the volume is out of space. (NSCocoaErrorDomain/640)',
        ),
      ),
  },
  restoring: {
    at: 'Setup',
    print: (phone) =>
      error(
        phone,
        '=cloud-backup= Backup failed: Backup is unavailable while a restore is in progress (MBErrorDomain/25), (null)',
      ),
  },
};
