import assert from 'node:assert/strict';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { backup } from '../src/app/backup.ts';
import { listPhones } from '../src/app/devices.ts';
import { localMux } from '../src/app/local-mux.ts';
import { systemClock } from '../src/kit/clock.ts';
import { fasterPhoneClock } from '../src/kit/faster-phone-clock.ts';
import type { RunEvent } from '../src/kit/run-event.ts';
import { pair } from '../src/phone/pairing.ts';
import type { ScenarioInput } from '../src/virtual/scenario.ts';
import { type RunningVirtual, startVirtual } from '../src/virtual/start.ts';

const SPEED = 10;
const clock = fasterPhoneClock(systemClock, SPEED);
const onWifi = { passcode: false, cable: false, wifi: { on: true, needsHeartbeat: true } };
const content = { files: 60, bytes: 3_000_000 };

function phoneOnWifi(more: Partial<ScenarioInput> = {}): Promise<RunningVirtual> {
  return startVirtual({ speed: SPEED, phone: onWifi, content, ...more });
}

async function backedUp(virtual: RunningVirtual, signal: AbortSignal): Promise<RunEvent[]> {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'thaw-wifi-'));
  const request = { destination: folder.path, usbmuxd: virtual.address, full: false };
  const events: RunEvent[] = [];
  for await (const event of backup(request, clock, signal)) events.push(event);
  return events;
}

const outcomeOf = (events: readonly RunEvent[]) =>
  events.findLast((event) => event.type === 'run.finished')?.outcome;
const resumedIn = (events: readonly RunEvent[]) =>
  events.some((event) => event.type === 'note' && event.code === 'resumed');

test('a phone on Wi-Fi is listed with its link, and once when it is on the cable too', async (t) => {
  await using virtual = await phoneOnWifi();
  const request = { mux: localMux(systemClock, virtual.address), clock: systemClock };
  const links = async () => (await listPhones(request, t.signal)).map(({ connection }) => connection);
  assert.deepEqual(await links(), ['network']);
  virtual.phone.cable.plug();
  assert.deepEqual(await links(), ['usb']);
});

test('where and by which address it offers itself is told', async (t) => {
  await using virtual = await phoneOnWifi();
  const [device] = await localMux(systemClock, virtual.address).devices(t.signal);
  assert.match(device?.host ?? '', /^127\.\d+\.\d+\.\d+$/);
  assert.equal(device?.wifiAddress, virtual.phone.identity.wifiAddress);
});

test('trust cannot be had over Wi-Fi', async (t) => {
  await using virtual = await startVirtual({ phone: { ...onWifi, trusted: false } });
  const mux = localMux(systemClock, virtual.address);
  const [device] = await mux.devices(t.signal);
  assert.ok(device);
  const options = { limitMs: 1000, onAsk: () => undefined };
  await assert.rejects(pair({ mux, device, clock: systemClock }, options, t.signal), {
    code: 'phone.trust-needs-cable',
  });
});

test('the cable is pulled out for good: the backup goes on over Wi-Fi, and what was received is kept', async (t) => {
  const faults = [{ when: { bytesSent: 1_500_000 }, do: 'unplug', seconds: 36_000 }] as const;
  const phone = { passcode: false, wifi: { on: true } };
  await using virtual = await phoneOnWifi({ phone, faults: [...faults] });
  const events = await backedUp(virtual, t.signal);
  assert.equal(outcomeOf(events), 'verified');
  assert.ok(resumedIn(events));
});
