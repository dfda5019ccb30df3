import { maybeIntegerIn, maybeStringIn } from '../../wire/plist/access.ts';
import type { PlistDict } from '../../wire/plist/value.ts';
import { RestoreError, type RestoreErrorCode } from '../restore-errors.ts';

/** MBErrorDomain numbers as they are meant in a restore. */
const CODES: ReadonlyMap<number, RestoreErrorCode> = new Map([
  [2, 'restore.partly'],
  [25, 'restore.icloud-restore'],
  [105, 'restore.no-room'],
  [106, 'restore.no-room'],
  [202, 'restore.cancelled-on-phone'],
  [203, 'restore.newer-ios'],
  [204, 'restore.not-whole'],
  [205, 'restore.not-whole'],
  [207, 'restore.wrong-password'],
  [208, 'restore.locked'],
  [211, 'restore.find-my'],
  [212, 'restore.setup-unfinished'],
]);

/** "Insufficient free disk space on device to restore (a < b)": free and needed bytes. */
const ROOM = /\((\d+) < (\d+)\)/;

/** The phone's last word of a restore: undefined when all went well, else what it refused and why. */
export function refusalOfRestore(response: PlistDict): RestoreError | undefined {
  const errorCode = maybeIntegerIn(response, 'ErrorCode') ?? 0;
  if (errorCode === 0) return undefined;
  const text = maybeStringIn(response, 'ErrorDescription') ?? '';
  const [, free, needed] = ROOM.exec(text) ?? [];
  return new RestoreError(codeOf(errorCode, text), `the phone answered ${errorCode}: ${text}`, {
    facts: {
      errorCode,
      text,
      ...(free !== undefined && { freeBytes: Number(free), neededBytes: Number(needed) }),
    },
  });
}

function codeOf(errorCode: number, text: string): RestoreErrorCode {
  // The outer number may hide the one that counts.
  if (text.includes('MBErrorDomain/208)')) return 'restore.locked';
  if (errorCode === 205 && text.startsWith('Multiple errors')) return 'restore.partly';
  return CODES.get(errorCode) ?? 'restore.refused';
}
