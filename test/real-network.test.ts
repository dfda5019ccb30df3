import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { measuredIn, missingFor } from './network/namespace.ts';

const lineSchema = z.object({ loss: z.number().optional(), median: z.number().optional() });

const TUN =
  'ip tuntap add dev tun0 mode tun; ip addr add 10.8.0.2/24 dev tun0; ip link set tun0 up; ip route add default via 10.8.0.1 dev tun0';
const SIDE_TUN =
  'ip tuntap add dev tun0 mode tun; ip addr add 10.8.0.2/24 dev tun0; ip link set tun0 up; ip link add eth9 type veth peer name eth8; ip link set eth8 up; ip addr add 192.0.2.5/24 dev eth9; ip link set eth9 up; ip route add default via 192.0.2.1 dev eth9';
const NARROW = 'ip link set lo mtu 1500; tc qdisc add dev lo root tbf rate 4mbit burst 32kb latency 400ms';
/**
 * Every fourth client port loses whatever it sends, since its queue holds less than any packet; all others share a line
 * so narrow that each packet takes a while. Made of queues that every kernel has; netem is missing in small ones.
 */
const UNEVEN = [
  'tc qdisc add dev lo root handle 1: htb default 1 r2q 1',
  'tc class add dev lo parent 1: classid 1:1 htb rate 40kbit burst 100b cburst 100b',
  'tc class add dev lo parent 1: classid 1:2 htb rate 1mbit',
  'tc qdisc add dev lo parent 1:2 handle 20: tbf rate 8bit burst 10b limit 10b',
  'tc filter add dev lo parent 1: protocol ip u32 match ip protocol 6 0xff match u16 0 0x6 at 20 flowid 1:2',
].join('; ');

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
  // Ports are drawn by chance: of a hundred measures one meets none that loses, or meets too many at the start.
  for (let tries = 1; ; tries += 1) {
    const measured = await measuredIn(UNEVEN, 'latency');
    const { loss = 0, median = 0 } = lineSchema.parse(measured ?? {});
    if (loss === 0 && tries < 4) continue;
    assert.ok(loss > 0.05 && loss < 0.7, String(loss));
    // A packet of 74 bytes takes 15 ms at 40 kbit/s; where there is no queue, a connection takes a tenth of one.
    assert.ok(median >= 10, String(median));
    return;
  }
});
