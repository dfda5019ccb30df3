import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evidence } from '../../test/support/evidence/example-evidence.ts';
import type { Evidence } from '../kit/evidence.ts';
import { diagnose } from './diagnose.ts';
import { nameOf } from './name.ts';

const host = 'gateway.icloud.com';
const open = evidence('net.way', { way: 'open' });
const unreachable = evidence('net.host', { host, state: 'unreachable', code: 'ETIMEDOUT' });
const steady = evidence('net.line', { medianMs: 20, jitterMs: 3, loss: 0 });
const vpn = evidence('net.detour', { by: 'vpn', name: 'tun0', everything: true });
const allReached = evidence('net.reached', { apple: 6, others: 1 });

function named(...seen: readonly Evidence[]): string | undefined {
  return nameOf(diagnose(seen))?.id;
}

test('a network in which all is well has nothing to be named', () => {
  assert.equal(named(open, steady, allReached, evidence('net.upload', { bytesPerSecond: 3e6 })), undefined);
});

test('a VPN through which Apple is reached is nobody’s trouble', () => {
  assert.equal(named(open, steady, vpn, allReached), undefined);
});

test('hosts that are not reached: the VPN where there is one, else a firewall, else nothing is reached at all', () => {
  const others = evidence('net.reached', { apple: 0, others: 1 });
  assert.equal(named(open, steady, unreachable, vpn), 'vpn-in-way');
  assert.equal(named(open, steady, unreachable, others), 'firewall-blocks');
  const none = [evidence('net.way', { way: 'none' }), evidence('net.reached', { apple: 0, others: 0 })];
  assert.equal(named(...none, unreachable), 'no-internet');
});

test('a portal explains all that does not work behind it', () => {
  const silent = evidence('net.name', { host, verdict: 'resolver-silent' });
  const portal = evidence('net.way', { way: 'portal' });
  assert.equal(named(portal, unreachable, silent), 'captive-portal');
  const resealed = evidence('net.host', { host, state: 'intercepted' });
  assert.equal(named(portal, resealed), 'captive-portal');
});

test('an unsteady line with a weak signal is the Wi-Fi’s, with a strong one the Internet’s', () => {
  const unsteady = evidence('net.line', { medianMs: 80, jitterMs: 120, loss: 0.08 });
  assert.equal(named(open, unsteady, evidence('net.radio', { dbm: -81 })), 'wifi-weak');
  assert.equal(named(open, unsteady, evidence('net.radio', { dbm: -48 })), 'internet-unstable');
});

test('an outage at Apple is not laid to the firewall', () => {
  const outage = evidence('apple.status', { service: 'iCloud Backup', state: 'outage', minutesOld: 1 });
  assert.equal(
    named(open, steady, unreachable, outage, evidence('net.reached', { apple: 4, others: 1 })),
    'apple-outage',
  );
});

test('a phone that says goodbye is asleep; one that does not is out of reach', () => {
  const lost = evidence('wifi.lost', { deviceId: 1 }, 2);
  assert.equal(named(evidence('wifi.asleep', {}), lost), 'phone-asleep');
  assert.equal(named(lost, evidence('wifi.back', { deviceId: 2, secondsAway: 9 }, 11)), 'wifi-unstable');
});

test('a cable that slips while Wi-Fi is there too is still the cable', () => {
  const back = evidence('link.attached', { deviceId: 3, secondsAway: 4 }, 4);
  assert.equal(named(evidence('link.detached', { deviceId: 1 }), back), 'link-unstable');
});
