import type { CloudReason } from '../kit/cloud-reason.ts';

export type { CloudReason } from '../kit/cloud-reason.ts';

/** One error out of the phone's preferences or log: `MBErrorDomain/303`. */
export interface CloudFault {
  readonly domain: string;
  readonly code: number;
}

/**
 * Backup's own numbers as the phone's messages pair them with texts, and as its published binary turns CloudKit's into
 * them (25 to 303, 6 and 36 to 304, 9 to 305, 4 to 300, 3 to 308, Cocoa's 4097 to 19); CloudKit's and the URL loading
 * system's are public constants. What is not in here is not guessed at.
 */
const REASONS: Readonly<Record<string, Readonly<Record<number, CloudReason>>>> = {
  MBErrorDomain: {
    13: 'server-busy',
    14: 'server-busy',
    17: 'server-busy',
    18: 'helper-died',
    19: 'helper-died',
    20: 'helper-died',
    25: 'restoring',
    105: 'phone-full',
    106: 'phone-full',
    202: 'cancelled',
    208: 'locked',
    // Stands in a real phone's preferences; a file whose key is missing gets it.
    209: 'missing-keys',
    210: 'account',
    223: 'put-off',
    300: 'network',
    301: 'network',
    302: 'server-busy',
    303: 'icloud-full',
    304: 'server-busy',
    305: 'account',
    307: 'account',
    308: 'network',
  },
  CKErrorDomain: {
    3: 'network',
    4: 'network',
    6: 'server-busy',
    7: 'server-busy',
    9: 'account',
    16: 'missing-file',
    17: 'missing-file',
    20: 'cancelled',
    23: 'server-busy',
    25: 'icloud-full',
    35: 'missing-file',
    36: 'account',
  },
  NSURLErrorDomain: {
    [-1001]: 'network',
    [-1003]: 'network',
    [-1004]: 'network',
    [-1005]: 'network',
    [-1009]: 'network',
    [-1200]: 'tls-refused',
    [-1202]: 'tls-refused',
  },
  NSCocoaErrorDomain: { 4097: 'helper-died', 4099: 'helper-died' },
};

/** The reason behind an error number, when it is known. */
export function reasonOf({ domain, code }: CloudFault): CloudReason | undefined {
  return REASONS[domain]?.[code];
}

/**
 * The forms in which errors are printed: `text (MBErrorDomain/2)`, `Error Domain=NSURLErrorDomain Code=-1009`,
 * `<NSError:0x…(MBErrorDomain:100)`, and `<CKError 0x…: "Partial Failure" (2/1011)`, whose second number is internal, or
 * that of another domain: `(6/NSCocoaErrorDomain:4099)`.
 */
const PRINTED =
  /([A-Za-z]+ErrorDomain)(?:[/:]| Code=)(-?\d{1,6})\b|<CKError(?: 0x[0-9a-f]+)?: "[^"]{1,80}" \((\d{1,3})\//g;

/** The errors in a text that the phone printed, the outermost first. */
export function faultsIn(text: string): readonly CloudFault[] {
  return [...text.matchAll(PRINTED)].map(([, domain, code, ofCloudKit]) =>
    domain === undefined
      ? { domain: 'CKErrorDomain', code: Number(ofCloudKit) }
      : { domain, code: Number(code) },
  );
}

/** The error that tells most of those in a text: the first whose reason is known, else the first. */
export function tellingFault(text: string): (CloudFault & { readonly reason: CloudReason }) | undefined {
  const faults = faultsIn(text);
  const known = faults.find((fault) => reasonOf(fault) !== undefined) ?? faults[0];
  return known && { ...known, reason: reasonOf(known) ?? 'unknown' };
}
