/** A host whose name and secure port are looked at. */
export interface ProbedHost {
  readonly host: string;
  readonly of: 'apple' | 'others';
}

/**
 * What an iCloud backup cannot do without, as concrete names: Apple documents `*.icloud.com`, `*.icloud-content.com`,
 * `*.apple-cloudkit.com` and the account's hosts on port 443 (support.apple.com/101555), and public reports name the first
 * two as those that block lists hit. The last is the control: if it fares the same, it is not about Apple.
 */
export const probedHosts: readonly ProbedHost[] = [
  { host: 'gateway.icloud.com', of: 'apple' },
  { host: 'gateway.fe.apple-dns.net', of: 'apple' },
  { host: 'setup.icloud.com', of: 'apple' },
  { host: 'p50-content.icloud.com', of: 'apple' },
  { host: 'cvws.icloud-content.com', of: 'apple' },
  { host: 'gsa.apple.com', of: 'apple' },
  { host: 'example.com', of: 'others' },
];

export const HTTPS_PORT = 443;

/** One of Apple's addresses (17/8 is all Apple's), to ask the system which way leads there. */
export const APPLE_ADDRESS = '17.253.144.10';
