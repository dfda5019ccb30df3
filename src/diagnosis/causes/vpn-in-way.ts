import { type Cause, given, NOTHING_CHANGED } from '../cause.ts';

/** A VPN or proxy leads all traffic a way that iCloud, or a phone on Wi-Fi, is not reached by. */
export const vpnInWay: Cause = {
  id: 'vpn-in-way',
  requirements: ['B9', 'C5', 'D9'],
  // Without a sign of one it is never named; with one it is the first to suspect.
  prior: 2,
  signs: [
    given('net.detour', 25, ({ everything }) => everything),
    given('net.detour', 1.5),
    // Many have one that is no trouble: it needs something that fails.
    given('net.host', 400, ({ state }) => state !== 'intercepted'),
    given('net.way', 20, ({ way }) => way === 'none'),
    given('net.line', 2, ({ loss, medianMs }) => loss > 0.02 || medianMs > 300),
    given('net.name', 2),
    given('net.reached', 1 / 60, ({ apple }) => apple >= 3),
    given('net.way', 1 / 20, ({ way }) => way === 'portal'),
  ],
  tell: (seen) => {
    const detour = seen.last('net.detour');
    const what = detour?.by === 'proxy' ? 'A proxy' : 'A VPN';
    return {
      sentence: `${what} leads this computer’s traffic${detour ? ` (${detour.name})` : ''}, and Apple’s hosts are not reached through it. The iPhone goes its own way unless it has the same VPN.`,
      safe: NOTHING_CHANGED,
      next: 'Switch the VPN off for a moment, on this computer and on the iPhone (Settings › VPN), and look again.',
    };
  },
};
