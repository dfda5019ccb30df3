/**
 * DeviceLink status codes for the system's own error codes, as libimobiledevice's head and pymobiledevice3 send
 * them. Apple's daemon maps them on to its own error domain; anything it does not know becomes an I/O error.
 */
const CODES = {
  ENOENT: -6,
  EEXIST: -7,
  ENOTDIR: -8,
  EISDIR: -9,
  ELOOP: -10,
  EIO: -11,
  ENOSPC: -15,
} as const satisfies Record<string, number>;

/** Any failure that has no code of its own. */
export const STATUS_UNKNOWN = -1;
/** Several paths, some failed: the payload says which. */
export const STATUS_MULTIPLE = -13;
export const STATUS_OK = 0;

const known: ReadonlyMap<string, number> = new Map(Object.entries(CODES));

/** What the phone is told of a failed call; `EDQUOT` and `EFBIG` are a full disk to it. */
export function statusOfSystemCode(code: string | undefined): number {
  if (code === 'EDQUOT' || code === 'EFBIG') return CODES.ENOSPC;
  return (code === undefined ? undefined : known.get(code)) ?? STATUS_UNKNOWN;
}

/** The error number the phone answers with after a host's status (MBErrorDomain). */
export function backupErrorOfStatus(status: number): number {
  switch (status) {
    case CODES.ENOENT:
      return 4;
    case CODES.EEXIST:
      return 3;
    case CODES.ENOTDIR:
      return 5;
    case CODES.EISDIR:
      return 6;
    case CODES.ELOOP:
      return 7;
    case CODES.ENOSPC:
      return 105;
    case STATUS_MULTIPLE:
      return 2;
    default:
      return 100;
  }
}
