import fc from 'fast-check';
import type { NetworkEvidence } from '../../../src/kit/network-evidence.ts';

const milliseconds = fc.integer({ min: 0, max: 5000 });
const line = fc.record({
  medianMs: milliseconds,
  jitterMs: milliseconds,
  loss: fc.double({ min: 0, max: 1, noNaN: true }),
});
const host = fc.constantFrom('gateway.icloud.com', 'setup.icloud.com', 'apple.com');

/** For tests: facts of every kind about Wi-Fi and the network. */
export const networkFacts: { readonly [Kind in keyof NetworkEvidence]: fc.Arbitrary<NetworkEvidence[Kind]> } =
  {
    'wifi.lost': fc.record({ deviceId: fc.integer({ min: 1, max: 20 }) }),
    'wifi.broke': fc.record({ deviceId: fc.integer({ min: 1, max: 20 }) }),
    'wifi.back': fc.record({
      deviceId: fc.integer({ min: 1, max: 20 }),
      secondsAway: fc.integer({ min: 0, max: 100_000 }),
    }),
    'wifi.asleep': fc.record({ charging: fc.boolean() }, { requiredKeys: [] }),
    'wifi.private-address': fc.record({ offersItself: fc.boolean() }),
    'wifi.line': line,
    'net.way': fc.record({ way: fc.constantFrom('open', 'portal', 'none') }),
    'net.name': fc.record({ host, verdict: fc.constantFrom('blocked', 'resolver-silent') }),
    'net.host': fc.record(
      {
        host,
        state: fc.constantFrom('unreachable', 'refused', 'intercepted'),
        code: fc.constantFrom('ETIMEDOUT', 'ECONNREFUSED'),
        issuer: fc.constant('Example Filter Root'),
      },
      { requiredKeys: ['host', 'state'] },
    ),
    'net.reached': fc.record({ apple: fc.nat(10), others: fc.nat(3) }),
    'net.line': line,
    'net.upload': fc.record({ bytesPerSecond: fc.integer({ min: 0, max: 100_000_000 }) }),
    'net.detour': fc.record({
      by: fc.constantFrom('vpn', 'proxy'),
      name: fc.constantFrom('tun0', 'proxy.example:3128'),
      everything: fc.boolean(),
    }),
    'net.radio': fc.record(
      { dbm: fc.integer({ min: -95, max: -20 }), gigahertz: fc.constantFrom(2.4, 5, 6) },
      { requiredKeys: ['dbm'] },
    ),
    'apple.status': fc.record({
      service: fc.constantFrom('iCloud Backup', 'iCloud Account & Sign In'),
      state: fc.constantFrom('fine', 'maintenance', 'slow', 'issue', 'outage'),
      minutesOld: fc.nat(600),
    }),
  };
