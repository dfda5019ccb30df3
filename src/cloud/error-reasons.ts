/** Why an iCloud backup failed, as far as its error numbers tell. */
export type CloudReason =
  | 'icloud-full'
  | 'missing-file'
  | 'missing-keys'
  | 'network'
  | 'tls-refused'
  | 'helper-died'
  | 'account'
  | 'server-busy'
  | 'slot-taken'
  | 'locked';

/** One error out of the phone's preferences or log: `MBErrorDomain/303`. */
export interface CloudFault {
  readonly domain: string;
  readonly code: number;
}

/**
 * Backup's own numbers as the phone's messages pair them with texts; CloudKit's and the URL loading system's are public
 * constants. What is not in here is not guessed at.
 */
const REASONS: Readonly<Record<string, Readonly<Record<number, CloudReason>>>> = {
  MBErrorDomain: {
    13: 'locked',
    14: 'server-busy',
    17: 'server-busy',
    210: 'account',
    223: 'slot-taken',
    303: 'icloud-full',
    304: 'server-busy',
    305: 'account',
  },
  CKErrorDomain: {
    3: 'network',
    4: 'network',
    6: 'server-busy',
    7: 'server-busy',
    9: 'account',
    16: 'missing-file',
    17: 'missing-file',
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
  NSCocoaErrorDomain: { 4097: 'helper-died' },
};

/** The reason behind an error number, when it is known. */
export function reasonOf({ domain, code }: CloudFault): CloudReason | undefined {
  return REASONS[domain]?.[code];
}

const PRINTED = /\(([A-Za-z]+ErrorDomain)\/(-?\d{1,6})\)/g;

/**
 * The errors in a text that the phone printed, the outermost first: `… (MBErrorDomain/2). Underlying error: …
 * (NSCocoaErrorDomain/4097).`
 */
export function faultsIn(text: string): readonly CloudFault[] {
  return [...text.matchAll(PRINTED)].map(([, domain = '', code]) => ({ domain, code: Number(code) }));
}
