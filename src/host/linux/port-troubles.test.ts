import assert from 'node:assert/strict';
import { test } from 'node:test';
import { StandIns } from '../../../test/support/stand-ins.ts';
import { portTroublesIn, recentPortTroubles } from './port-troubles.ts';
import { secondsSinceBoot } from './power.ts';

/** Forms of drivers/usb/core/hub.c, as public logs show them. */
const LINES = [
  'usb 1-2: USB disconnect, device number 18',
  'usb 1-2: new high-speed USB device number 19 using xhci_hcd',
  'usb 1-2: device descriptor read/64, error -71',
  'usb 1-2: device descriptor read/64, error -71',
  'usb 1-2: device not accepting address 19, error -110',
  'usb 3-1: device descriptor read/64, error -71',
  'ipheth 1-2:4.2: Apple iPhone USB Ethernet device attached',
  'usb usb1-port2: over-current condition',
];

test('what the kernel told of the phone’s own port is counted by what it was', () => {
  assert.deepEqual(portTroublesIn(LINES, '1-2'), [
    { event: 'disconnect', onHub: false, times: 1 },
    { event: 'error', onHub: false, code: '-71', times: 2 },
    { event: 'error', onHub: false, code: '-110', times: 1 },
    { event: 'over-current', onHub: false, times: 1 },
  ]);
});

test('a hub that is reset, and its other devices, are told from the phone’s own cable', () => {
  const lines = [
    'usb 1-4: reset high-speed USB device number 3 using xhci_hcd',
    'usb 1-4.1: USB disconnect, device number 9',
    'usb 1-4.2: reset high-speed USB device number 11 using xhci_hcd',
    'usb 1-5: USB disconnect, device number 4',
  ];
  assert.deepEqual(portTroublesIn(lines, '1-4.2'), [
    { event: 'reset', onHub: true, times: 1 },
    { event: 'disconnect', onHub: true, times: 1 },
    { event: 'reset', onHub: false, times: 1 },
  ]);
});

test('without systemd the kernel’s own buffer is read, and what is old in it passed over', async (t) => {
  const now = await secondsSinceBoot();
  if (now === undefined) return t.skip('no /proc/uptime here');
  await using commands = await StandIns.make();
  const recent = `[${(now - 5).toFixed(6)}] usb 1-2: reset high-speed USB device number 18 using xhci_hcd`;
  await commands.runs(
    'dmesg',
    `echo '[    0.500000] usb 1-2: USB disconnect, device number 2'; echo '${recent}'`,
  );
  // So soon after its start there is nothing old.
  if (now < 300) return t.skip('this computer has just started');
  assert.deepEqual(await recentPortTroubles('1-2', 120, AbortSignal.timeout(60_000)), [
    { event: 'reset', onHub: false, times: 1 },
  ]);
});
