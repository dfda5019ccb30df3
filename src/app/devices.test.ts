import assert from 'node:assert/strict';
import { test } from 'node:test';
import { systemClock } from '../kit/clock.ts';
import { fasterPhoneClock } from '../kit/faster-phone-clock.ts';
import { scaledClock } from '../kit/scaled-clock.ts';
import { PhoneError } from '../phone/errors.ts';
import { parseMuxAddress } from '../phone/mux-address.ts';
import { UPDATER } from '../phone/services/update-activity.ts';
import { Usbmux } from '../phone/usbmux.ts';
import { findPhone } from '../rescue/find-phone.ts';
import type { ScenarioInput } from '../virtual/scenario.ts';
import { startVirtual } from '../virtual/start.ts';
import { listPhones } from './devices.ts';
import { wordsOf } from './words.ts';

const nothingElse = async () => ({ withoutIos: [], withIos: [] });
const IN_RECOVERY = {
  mode: 'recovery',
  udid: '00008110-001A2B3C4D5E001E',
  chip: 0x8110,
  board: 0x0a,
  ecid: '001A2B3C4D5E001E',
} as const;
const inRecovery = async () => ({ withoutIos: [IN_RECOVERY], withIos: [] });

function muxAt(address: string, clock = systemClock): Usbmux {
  return new Usbmux(parseMuxAddress(address), clock);
}

test('each phone is listed with its state', async (t) => {
  await using virtual = await startVirtual([
    { phone: { name: 'Ready' } },
    { seed: 2, phone: { name: 'Locked', locked: true } },
    { seed: 3, phone: { name: 'Stranger', trusted: false } },
  ]);
  const phones = await listPhones(
    { mux: muxAt(virtual.address), clock: systemClock, onTheCable: inRecovery },
    t.signal,
  );
  assert.deepEqual(
    phones.map(({ identity, state, trusted, problem }) => [identity?.name, state, trusted, problem?.code]),
    [
      ['Ready', 'normal', true, undefined],
      ['Locked', 'locked', true, 'phone.locked'],
      ['Stranger', 'untrusted', false, 'phone.not-trusted'],
      [undefined, 'recovery', null, 'phone.recovery'],
    ],
  );
  // It runs no iOS that could say so: its chip and board do.
  assert.equal(phones.at(-1)?.model, 'iPhone 13');
});

test('a bench full of phones is listed in order, each with its answer', async (t) => {
  const bench = (seed: number): ScenarioInput => ({ seed, phone: { name: `Bench ${seed}` } });
  // More than are asked at a time.
  const others = Array.from({ length: 7 }, (_, index) => index + 1);
  await using virtual = await startVirtual([bench(0), ...others.map(bench)]);
  // All of them are one busy process here: each has longer to answer than a real one needs.
  const clock = scaledClock(systemClock, 1 / 4);
  const mux = muxAt(virtual.address, clock);
  const phones = await listPhones({ mux, clock, onTheCable: nothingElse }, t.signal);
  assert.deepEqual(
    phones.map(({ identity, problem }) => identity?.name ?? problem?.code),
    [0, ...others].map((seed) => `Bench ${seed}`),
  );

  await assert.rejects(findPhone(mux, undefined, t.signal), (error) => {
    assert.equal(wordsOf(error).what, '8 phones are connected.');
    return true;
  });
});

test('the list may be of one phone, and is never empty', async (t) => {
  await using virtual = await startVirtual([{}, { seed: 2 }]);
  const list = (udid?: string) =>
    listPhones({ mux: muxAt(virtual.address), clock: systemClock, udid, onTheCable: nothingElse }, t.signal);
  const [, second] = virtual.phones;
  assert.ok(second);
  assert.deepEqual(
    (await list(second.udid)).map(({ udid }) => udid),
    [second.udid],
  );
  await assert.rejects(list('00008110-FFFFFFFFFFFFFFFF'), { code: 'phone.absent' });
  for (const phone of virtual.phones) phone.cable.unplug();
  await assert.rejects(list(), { code: 'phone.none' });
});

test('of a phone that trusts this computer there is more to tell', async (t) => {
  await using virtual = await startVirtual({
    phone: {
      battery: { percent: 41, charging: false },
      storage: { capacity: 256_000_000_000 },
      encrypt: true,
    },
  });
  const [phone] = await listPhones(
    { mux: muxAt(virtual.address), clock: systemClock, onTheCable: nothingElse },
    t.signal,
  );
  assert.deepEqual(phone?.identity, {
    name: 'Virtual iPhone',
    model: 'iPhone 16',
    productType: 'iPhone17,3',
    iosVersion: '26.2',
  });
  assert.equal(phone.details?.battery.percent, 41);
  assert.equal(phone.details.storage.capacity, 256_000_000_000);
  assert.equal(phone.details.backups.willEncrypt, true);
  assert.equal(phone.details.provedItself, true);
});

test('a frozen phone does not keep the others back for long', async (t) => {
  await using virtual = await startVirtual([{}, { seed: 2 }]);
  const clock = fasterPhoneClock(systemClock, 10);
  await listPhones({ mux: muxAt(virtual.address), clock: systemClock, onTheCable: nothingElse }, t.signal);
  using _frozen = virtual.phone.freeze();
  const phones = await listPhones(
    { mux: muxAt(virtual.address, clock), clock, onTheCable: nothingElse },
    t.signal,
  );
  assert.deepEqual(
    phones.map(({ state, problem }) => [state, problem?.code]),
    [
      ['silent', 'phone.silent'],
      ['normal', undefined],
    ],
  );
});

test('a phone that is set up, restarted or updated is told from one that is ready', async (t) => {
  await using virtual = await startVirtual([
    { phone: { name: 'New', setupDone: false } },
    { seed: 2, phone: { name: 'Updating' } },
  ]);
  const [, updating] = virtual.phones;
  assert.ok(updating);
  using _updater = repeating(() => updating.log(UPDATER, 'Notice', 'an update is being prepared'));
  const phones = await listPhones(
    { mux: muxAt(virtual.address), clock: systemClock, onTheCable: nothingElse },
    t.signal,
  );
  assert.deepEqual(
    phones.map(({ state, conduct }) => [state, conduct.touching]),
    [
      ['setup', 'harmless'],
      ['updating', 'dangerous'],
    ],
  );
});

test('on the bus, and usbmuxd does not show it: listed all the same', async (t) => {
  await using virtual = await startVirtual({});
  const serial = virtual.phone.udid.replace('-', '');
  const onTheCable = async () => ({ withoutIos: [], withIos: [{ serial }] });
  const list = () => listPhones({ mux: muxAt(virtual.address), clock: systemClock, onTheCable }, t.signal);
  assert.deepEqual(
    (await list()).map(({ state }) => state),
    ['normal'],
  );
  virtual.phone.cable.unplug();
  assert.deepEqual(
    (await list()).map(({ state, udid }) => [state, udid]),
    [['unseen', virtual.phone.udid]],
  );
});

function repeating(action: () => void): Disposable {
  const timer = setInterval(action, 20);
  return { [Symbol.dispose]: () => clearInterval(timer) };
}

test('without usbmuxd a phone in recovery is still found', async (t) => {
  const mux = muxAt('/nowhere/usbmuxd');
  const [phone] = await listPhones({ mux, clock: systemClock, onTheCable: inRecovery }, t.signal);
  assert.equal(phone?.state, 'recovery');
  await assert.rejects(listPhones({ mux, clock: systemClock, onTheCable: nothingElse }, t.signal), {
    code: 'mux.absent',
  });
});

test('a phone in recovery explains why the one that is meant is not there', async (t) => {
  await using virtual = await startVirtual({});
  const mux = muxAt(virtual.address);
  const find = (udid?: string) => findPhone(mux, udid, t.signal, async () => [IN_RECOVERY]);
  assert.equal((await find()).udid, virtual.phone.udid);
  await assert.rejects(find('00008110001a2b3c4d5e001e'), (error) => {
    assert.ok(error instanceof PhoneError);
    assert.equal(error.code, 'phone.recovery');
    assert.equal(error.facts['udid'], '00008110-001A2B3C4D5E001E');
    return true;
  });
  await assert.rejects(find('00008110-FFFFFFFFFFFFFFFF'), { code: 'phone.absent' });
  virtual.phone.cable.unplug();
  await assert.rejects(find(), { code: 'phone.recovery' });
});
