import assert from 'node:assert/strict';
import { test } from 'node:test';
import { systemClock } from '../kit/clock.ts';
import { fasterPhoneClock } from '../kit/faster-phone-clock.ts';
import type { ScenarioInput } from '../virtual/scenario.ts';
import { type RunningVirtual, startVirtual } from '../virtual/start.ts';
import { choosePhone } from './find.ts';
import { parseMuxAddress } from './mux-address.ts';
import { type PairingAsk, pair, unpair } from './pairing.ts';
import { openPhone, type PhoneLink } from './session.ts';
import { Usbmux } from './usbmux.ts';

/** Persons take their seconds, and we ask every second: both live faster here. */
const SPEED = 50;

/** A phone that does not know this computer, with an owner who reacts as the scenario says. */
async function stranger(scenario: ScenarioInput = {}): Promise<RunningVirtual> {
  return await startVirtual({ ...scenario, speed: SPEED, phone: { trusted: false, ...scenario.phone } });
}

async function linkTo(
  virtual: RunningVirtual,
  signal: AbortSignal,
  clock = fasterPhoneClock(systemClock, SPEED),
): Promise<PhoneLink> {
  const mux = new Usbmux(parseMuxAddress(virtual.address), clock);
  return { mux, clock, device: choosePhone(await mux.devices(signal), undefined) };
}

/** Pairs, and keeps what the person was asked. */
async function pairAsking(link: PhoneLink, signal: AbortSignal): Promise<PairingAsk[]> {
  const asked: PairingAsk[] = [];
  await pair(link, { limitMs: 60_000, onAsk: (ask) => asked.push(ask) }, signal);
  return asked;
}

test('pairing waits for the tap on Trust, and then the phone opens', async (t) => {
  await using virtual = await stranger();
  const link = await linkTo(virtual, t.signal);
  assert.deepEqual(await pairAsking(link, t.signal), ['trust']);
  await using phone = await openPhone(link, t.signal);
  assert.equal(phone.provedItself, true);
});

test('a locked phone is asked to be unlocked first', async (t) => {
  await using virtual = await stranger({ phone: { locked: true } });
  const asked: PairingAsk[] = [];
  const onAsk = (ask: PairingAsk): void => {
    asked.push(ask);
    if (ask === 'unlock') virtual.phone.unlock();
  };
  await pair(await linkTo(virtual, t.signal), { limitMs: 60_000, onAsk }, t.signal);
  assert.deepEqual(asked, ['unlock', 'trust']);
});

test('a phone that resets its USB link when Trust is tapped is met again under its new number', async (t) => {
  await using virtual = await stranger();
  virtual.phone.owner.stepped.subscribe((step) => {
    if (step !== 'tap-trust') return;
    virtual.phone.cable.unplug();
    virtual.phone.later(1, () => virtual.phone.cable.plug());
  });
  const link = await linkTo(virtual, t.signal);
  await pairAsking(link, t.signal);
  const device = choosePhone(await link.mux.devices(t.signal), undefined);
  assert.notEqual(device.deviceId, link.device.deviceId);
  await using _phone = await openPhone({ ...link, device }, t.signal);
});

test("Don't Trust ends it", async (t) => {
  await using virtual = await stranger({ owner: [{ when: 'trust-prompt', do: 'tap-dont-trust' }] });
  await assert.rejects(pairAsking(await linkTo(virtual, t.signal), t.signal), { code: 'phone.trust-denied' });
});

test('nobody answers: at the limit it is said what the phone still waits for', async (t) => {
  await using virtual = await stranger({ owner: [{ when: 'trust-prompt', do: 'nothing' }] });
  await assert.rejects(pairAsking(await linkTo(virtual, t.signal), t.signal), {
    code: 'phone.trust-pending',
  });
});

test('waiting for a tap ends with its signal', async (t) => {
  await using virtual = await stranger({ owner: [{ when: 'trust-prompt', do: 'nothing' }] });
  const abort = new AbortController();
  const options = { limitMs: 60_000, onAsk: () => abort.abort(new Error('enough')) };
  await assert.rejects(pair(await linkTo(virtual, t.signal), options, abort.signal), /enough/);
});

test('a supervised phone that takes no new computers', async (t) => {
  await using virtual = await stranger();
  virtual.phone.trust.refusing = true;
  await assert.rejects(pairAsking(await linkTo(virtual, t.signal), t.signal), {
    code: 'phone.supervised',
  });
});

test('unpairing ends the trust on both sides', async (t) => {
  await using virtual = await startVirtual({});
  const link = await linkTo(virtual, t.signal, systemClock);
  const record = await link.mux.readPairRecord(link.device.udid, t.signal);
  assert.ok(record);
  await unpair(link, t.signal);
  assert.equal(virtual.phone.trust.find(record.hostId), undefined);
  await assert.rejects(openPhone(link, t.signal), { code: 'phone.not-trusted' });
  await assert.rejects(unpair(link, t.signal), { code: 'phone.not-trusted' });
});

test('when the phone has forgotten this computer, this computer forgets the phone', async (t) => {
  await using virtual = await startVirtual({});
  const link = await linkTo(virtual, t.signal, systemClock);
  await link.mux.readPairRecord(link.device.udid, t.signal);
  virtual.phone.trust.forgetAll();
  await unpair(link, t.signal);
  assert.equal(await link.mux.readPairRecord(link.device.udid, t.signal), undefined);
});
