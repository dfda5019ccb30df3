import { maybeIntegerIn, maybeStringIn } from '../wire/plist/access.ts';
import type { PlistDict } from '../wire/plist/value.ts';
import { BackupError, type BackupErrorCode } from './errors.ts';

/** MBErrorDomain numbers that mean something of their own to a person; the rest are told as they came. */
const CODES: ReadonlyMap<number, BackupErrorCode> = new Map([
  [3, 'backup.phone-busy'],
  [14, 'backup.phone-busy'],
  [17, 'backup.phone-busy'],
  [25, 'backup.icloud-restore'],
  [101, 'backup.phone-storage'],
  [102, 'backup.phone-storage'],
  [104, 'backup.files-unreadable'],
  [105, 'backup.no-space'],
  [106, 'backup.phone-full'],
  [202, 'backup.cancelled-on-phone'],
  [203, 'backup.version'],
  [205, 'backup.earlier-damaged'],
  [207, 'backup.wrong-password'],
  [208, 'backup.locked'],
  [212, 'backup.setup-unfinished'],
]);

/** The phone's last word of an operation: undefined when all went well, else what it refused and why. */
export function refusalOf(response: PlistDict): BackupError | undefined {
  const errorCode = maybeIntegerIn(response, 'ErrorCode') ?? 0;
  if (errorCode === 0) return undefined;
  const text = maybeStringIn(response, 'ErrorDescription') ?? '';
  return new BackupError(codeOf(errorCode, text), `the phone answered ${errorCode}: ${text}`, {
    facts: { errorCode, text },
  });
}

function codeOf(errorCode: number, text: string): BackupErrorCode {
  // The outer number may hide the one that counts: "… (MBErrorDomain/208)" inside a general I/O error.
  if (text.includes('MBErrorDomain/22)')) return 'backup.encryption-enforced';
  if (text.includes('MBErrorDomain/208)')) return 'backup.locked';
  return CODES.get(errorCode) ?? 'backup.refused';
}
