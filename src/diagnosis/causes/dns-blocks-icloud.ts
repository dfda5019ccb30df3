import { type Cause, given, NOTHING_CHANGED } from '../cause.ts';

/** A filter in the network (Pi-hole, AdGuard, a router's own) hides the names an iCloud backup needs. */
export const dnsBlocksIcloud: Cause = {
  id: 'dns-blocks-icloud',
  requirements: ['B9', 'C5'],
  // All five of the iCloud network cases were block lists of this kind.
  prior: 15,
  signs: [
    given('net.name', 1000, ({ verdict }) => verdict === 'blocked'),
    given('net.name', 1 / 5),
    given('net.way', 1 / 20, ({ way }) => way !== 'open'),
  ],
  tell: (seen) => {
    const hosts = [
      ...new Set(seen.all('net.name', ({ verdict }) => verdict === 'blocked').map(({ host }) => host)),
    ];
    return {
      sentence: `The name service of this network hides ${hosts.length === 0 ? 'hosts of iCloud' : hosts.join(', ')}: a filter for advertisements or for children does that. The iPhone asks the same one, unless it uses mobile data.`,
      safe: NOTHING_CHANGED,
      next: 'Allow these names in the filter (Pi-hole, AdGuard, the router), or back the iPhone up in another Wi-Fi.',
    };
  },
};
