import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measuredIn, missingFor } from './network/namespace.ts';

const TUN =
  'ip tuntap add dev tun0 mode tun; ip addr add 10.8.0.2/24 dev tun0; ip link set tun0 up; ip route add default via 10.8.0.1 dev tun0';
const SIDE_TUN =
  'ip tuntap add dev tun0 mode tun; ip addr add 10.8.0.2/24 dev tun0; ip link set tun0 up; ip link add eth9 type veth peer name eth8; ip link set eth8 up; ip addr add 192.0.2.5/24 dev eth9; ip link set eth9 up; ip route add default via 192.0.2.1 dev eth9';
const NARROW = 'ip link set lo mtu 1500; tc qdisc add dev lo root tbf rate 4mbit burst 32kb latency 400ms';
const UNEVEN = 'tc qdisc add dev lo root netem delay 30ms loss 25%';

test('a VPN that all traffic is led through is seen as such', { skip: await missingFor(TUN) }, async () => {
  assert.deepEqual(await measuredIn(TUN, 'detours'), [{ by: 'vpn', name: 'tun0', everything: true }]);
});

test('one that only leads into its own network is no detour of everything', {
  skip: await missingFor(SIDE_TUN),
}, async () => {
  assert.deepEqual(await measuredIn(SIDE_TUN, 'detours'), [{ by: 'vpn', name: 'tun0', everything: false }]);
});

test('the upload rate of a narrow line is what the line lets through', {
  skip: await missingFor(NARROW),
}, async () => {
  const measured = await measuredIn(NARROW, 'upload');
  assert.ok(typeof measured === 'object' && measured !== null && 'bytesPerSecond' in measured);
  // 4 Mbit/s are 500 kB/s; what lies in buffers at the start and acknowledgements on the same line make it vary.
  const rate = Number(measured.bytesPerSecond);
  assert.ok(rate > 100_000 && rate < 2_000_000, String(rate));
});

test('delay and loss of a line are measured', { skip: await missingFor(UNEVEN) }, async () => {
  const measured = await measuredIn(UNEVEN, 'latency');
  assert.ok(typeof measured === 'object' && measured !== null && 'loss' in measured && 'median' in measured);
  // There and back is twice 30 ms; of 25 connections none may be unlucky only with a chance of one in a million.
  assert.ok(Number(measured.median) >= 55 && Number(measured.loss) > 0, JSON.stringify(measured));
});
