import assert from 'node:assert/strict';
import { test } from 'node:test';
import { systemClock } from '../kit/clock.ts';
import { choosePhone } from '../phone/find.ts';
import { parseMuxAddress } from '../phone/mux-address.ts';
import { openPhone } from '../phone/session.ts';
import { Usbmux } from '../phone/usbmux.ts';
import { startVirtual } from '../virtual/start.ts';
import { openServices } from './services.ts';

/** Of both ends: the virtual phone lives in this process, too. */
function connections(): number {
  return process.getActiveResourcesInfo().filter((name) => name === 'TCPSocketWrap').length;
}

test('a phone that refuses one service is left with none open: a program must be able to end', async (t) => {
  await using virtual = await startVirtual({ phone: { locked: true } });
  virtual.phone.unlockedSinceBoot = false;
  const mux = new Usbmux(parseMuxAddress(virtual.address), systemClock);
  const device = choosePhone(await mux.devices(t.signal), undefined);
  {
    await using phone = await openPhone({ mux, device, clock: systemClock }, t.signal);
    await assert.rejects(openServices(phone, t.signal), { code: 'phone.locked' });
  }
  const deadline = systemClock.ticks() + 60_000;
  while (connections() > 0 && systemClock.ticks() < deadline) await systemClock.sleep(10);
  assert.equal(connections(), 0);
});
