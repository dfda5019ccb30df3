import { type Cause, given, NOTHING_CHANGED } from '../cause.ts';

/** The Internet is there, and hosts of Apple's are not reached: a firewall keeps them out. */
export const firewallBlocks: Cause = {
  id: 'firewall-blocks',
  requirements: ['B9', 'C5', 'D9'],
  prior: 8,
  signs: [
    given('net.host', 400, ({ state }) => state === 'unreachable' || state === 'refused'),
    // One host of many may have a trouble of its own.
    given('net.reached', 1 / 8, ({ apple }) => apple >= 3),
    given('net.reached', 3, ({ others }) => others > 0),
    given('net.way', 1 / 50, ({ way }) => way !== 'open'),
    given('net.name', 1 / 10),
    given('net.detour', 1 / 4, ({ everything }) => everything),
    given('net.line', 1 / 6, ({ loss }) => loss > 0.1),
    given('apple.status', 1 / 10, ({ state }) => state === 'outage'),
  ],
  tell: (seen) => {
    const hosts = [...new Set(seen.all('net.host').map(({ host }) => host))];
    return {
      sentence: `The Internet works, but ${hosts.length === 0 ? 'hosts of Apple’s' : hosts.join(', ')} cannot be reached from here: a firewall keeps them out, on this computer or in the network.`,
      safe: NOTHING_CHANGED,
      next: 'Try another Wi-Fi. If it works there, whoever runs this network must allow Apple’s hosts (support.apple.com/101555).',
    };
  },
};
