import type { Evidence } from '../../../src/kit/evidence.ts';
import { evidence } from './example-evidence.ts';

const open = evidence('net.way', { way: 'open' });
const host = 'gateway.icloud.com';

/** For tests: the least a person would need to see to name each cause that lies in the Wi-Fi, the network, or with Apple. */
export const minimalNetworkEvidence: Readonly<Record<string, readonly Evidence[]>> = {
  'apple-outage': [
    open,
    evidence('apple.status', { service: 'iCloud Backup', state: 'outage', minutesOld: 2 }),
  ],
  'cable-plugged-in': [
    evidence('attempt.failed', { code: 'phone.cable-there', phase: 'sending', bytes: 5e6 }),
  ],
  'captive-portal': [evidence('net.way', { way: 'portal' })],
  'dns-blocks-icloud': [open, evidence('net.name', { host, verdict: 'blocked' })],
  'dns-broken': [open, evidence('net.name', { host, verdict: 'resolver-silent' })],
  'firewall-blocks': [
    open,
    evidence('net.host', { host, state: 'unreachable', code: 'ECONNREFUSED' }),
    evidence('net.reached', { apple: 0, others: 1 }),
  ],
  'internet-intercepted': [
    open,
    evidence('net.host', { host, state: 'intercepted', issuer: 'Example Filter Root' }),
  ],
  'internet-slow': [open, evidence('net.upload', { bytesPerSecond: 120_000 })],
  'internet-unstable': [open, evidence('net.line', { medianMs: 90, jitterMs: 140, loss: 0.2 })],
  'no-internet': [evidence('net.way', { way: 'none' }), evidence('net.reached', { apple: 0, others: 0 })],
  'phone-asleep': [evidence('wifi.asleep', {}), evidence('wifi.lost', { deviceId: 1 }, 1)],
  'private-wifi-address': [evidence('wifi.private-address', { offersItself: true })],
  'vpn-in-way': [
    open,
    evidence('net.detour', { by: 'vpn', name: 'tun0', everything: true }),
    evidence('net.host', { host, state: 'unreachable', code: 'ETIMEDOUT' }),
  ],
  'wifi-unstable': [
    evidence('wifi.lost', { deviceId: 1 }),
    evidence('wifi.back', { deviceId: 2, secondsAway: 8 }, 8),
  ],
  'wifi-weak': [open, evidence('net.radio', { dbm: -79, gigahertz: 2.4 })],
};
