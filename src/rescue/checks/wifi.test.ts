import assert from 'node:assert/strict';
import { test } from 'node:test';
import { systemClock } from '../../kit/clock.ts';
import { parseMuxAddress } from '../../phone/mux-address.ts';
import { openPhone } from '../../phone/session.ts';
import { Usbmux } from '../../phone/usbmux.ts';
import type { ScenarioInput } from '../../virtual/scenario.ts';
import { startVirtual } from '../../virtual/start.ts';
import { runChecks } from './run-checks.ts';
import { wifi } from './wifi.ts';

async function found(phone: ScenarioInput['phone'], signal: AbortSignal) {
  await using virtual = await startVirtual({ phone });
  const mux = new Usbmux(parseMuxAddress(virtual.address), systemClock);
  const [device] = await mux.devices(signal);
  assert.ok(device);
  await using session = await openPhone({ mux, device, clock: systemClock }, signal);
  const nothing = { introduction: undefined, destination: undefined, lastContact: undefined };
  const [finding] = await runChecks({ clock: systemClock, phone: session, ...nothing }, signal, [wifi]);
  return finding;
}

test('a private Wi-Fi address is noticed over the cable, and what it means is said', async (t) => {
  const finding = await found({ wifi: { on: true, privateAddress: true } }, t.signal);
  assert.equal(finding?.standing, 'note');
  assert.match(finding.sentence, /private Wi-Fi address/);
  assert.deepEqual(finding.evidence[0]?.facts, { offersItself: true });
});

test('a phone that is reached over Wi-Fi is told that the cable is faster', async (t) => {
  const finding = await found({ cable: false, wifi: { on: true } }, t.signal);
  assert.match(finding?.next ?? '', /cable it is faster/);
});

test('a phone on the cable that offers itself over Wi-Fi too is as it should be', async (t) => {
  assert.equal((await found({ wifi: { on: true } }, t.signal))?.standing, 'fine');
});
