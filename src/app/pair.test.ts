import assert from 'node:assert/strict';
import { test } from 'node:test';
import { systemClock } from '../kit/clock.ts';
import { fasterPhoneClock } from '../kit/faster-phone-clock.ts';
import { parseMuxAddress } from '../phone/mux-address.ts';
import type { PairingAsk } from '../phone/pairing.ts';
import { Usbmux } from '../phone/usbmux.ts';
import { startVirtual } from '../virtual/start.ts';
import { pairPhone, unpairPhone } from './pair.ts';

const clock = fasterPhoneClock(systemClock, 50);

test('a phone is paired once, found paired, unpaired, and paired anew', async (t) => {
  await using virtual = await startVirtual({ speed: 50, phone: { trusted: false } });
  const mux = new Usbmux(parseMuxAddress(virtual.address), clock);
  const { udid } = virtual.phone;
  const asked: PairingAsk[] = [];
  const pairOnce = () => pairPhone(mux, undefined, clock, (ask) => asked.push(ask), t.signal);
  assert.deepEqual(await pairOnce(), { udid, name: 'Virtual iPhone', already: false });
  assert.deepEqual(await pairOnce(), { udid, name: 'Virtual iPhone', already: true });
  const unpairOnce = () => unpairPhone(mux, udid, clock, t.signal);
  assert.deepEqual(await unpairOnce(), { udid, already: false });
  assert.deepEqual(await unpairOnce(), { udid, already: true });
  assert.deepEqual(await pairOnce(), { udid, name: 'Virtual iPhone', already: false });
  assert.deepEqual(asked, ['trust', 'trust']);
});

test('a phone that has forgotten this computer is paired anew', async (t) => {
  await using virtual = await startVirtual({ speed: 50 });
  const mux = new Usbmux(parseMuxAddress(virtual.address), systemClock);
  await pairPhone(mux, undefined, systemClock, () => undefined, t.signal);
  virtual.phone.trust.forgetAll();
  const again = await pairPhone(mux, undefined, systemClock, () => undefined, t.signal);
  assert.equal(again.already, false);
});
