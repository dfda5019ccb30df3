import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FakeClock } from '../../test/support/fake-clock.ts';
import { systemClock } from '../kit/clock.ts';
import { type RunningVirtual, startVirtual } from '../virtual/start.ts';
import { choosePhone } from './find.ts';
import { parseMuxAddress } from './mux-address.ts';
import { openAfc } from './services/afc.ts';
import { openPhone, type PhoneLink } from './session.ts';
import { Usbmux } from './usbmux.ts';
import { backupSettingsOf, diskUsageOf } from './values.ts';

async function linkTo(virtual: RunningVirtual, signal: AbortSignal, clock = systemClock): Promise<PhoneLink> {
  const mux = new Usbmux(parseMuxAddress(virtual.address), clock);
  return { mux, clock, device: choosePhone(await mux.devices(signal), undefined) };
}

test('a phone that trusts this computer tells who it is, and proves it by its key', async (t) => {
  await using virtual = await startVirtual({ phone: { name: 'Virtual iPhone', encrypt: true } });
  await using phone = await openPhone(await linkTo(virtual, t.signal), t.signal);
  assert.equal(phone.info.name, 'Virtual iPhone');
  assert.equal(phone.info.model, 'iPhone 16');
  assert.equal(phone.info.iosVersion, '26.2');
  assert.equal(phone.provedItself, true);
  assert.equal(backupSettingsOf(await phone.domain('com.apple.mobile.backup', t.signal)).willEncrypt, true);
  assert.equal(diskUsageOf(await phone.domain('com.apple.disk_usage', t.signal)).capacity, 128_000_000_000);
  assert.equal((await phone.domain('no.such.domain', t.signal)).size, 0);
});

test('a phone this computer was never paired with', async (t) => {
  await using virtual = await startVirtual({ phone: { trusted: false } });
  await assert.rejects(openPhone(await linkTo(virtual, t.signal), t.signal), { code: 'phone.not-trusted' });
});

test('a phone that has forgotten this computer', async (t) => {
  await using virtual = await startVirtual({});
  const link = await linkTo(virtual, t.signal);
  await link.mux.readPairRecord(link.device.udid, t.signal);
  virtual.phone.trust.forgetAll();
  await assert.rejects(openPhone(link, t.signal), { code: 'phone.not-trusted' });
});

test('a record that belongs to another phone does not prove this one', async (t) => {
  await using virtual = await startVirtual({});
  await using other = await startVirtual({ seed: 2 });
  const link = await linkTo(virtual, t.signal);
  const own = await link.mux.readPairRecord(link.device.udid, t.signal);
  const otherLink = await linkTo(other, t.signal);
  const foreign = await otherLink.mux.readPairRecord(otherLink.device.udid, t.signal);
  assert.ok(own && foreign);
  await link.mux.savePairRecord(
    link.device,
    { ...own, deviceCertificate: foreign.deviceCertificate },
    t.signal,
  );
  await using phone = await openPhone(link, t.signal);
  assert.equal(phone.provedItself, false);
});

test('a record whose certificate is damaged', async (t) => {
  await using virtual = await startVirtual({});
  const link = await linkTo(virtual, t.signal);
  const record = await link.mux.readPairRecord(link.device.udid, t.signal);
  assert.ok(record);
  await link.mux.savePairRecord(link.device, { ...record, hostCertificate: 'not a certificate' }, t.signal);
  await assert.rejects(openPhone(link, t.signal), { code: 'phone.tls' });
});

test('something that breaks every TLS handshake is named', async (t) => {
  await using virtual = await startVirtual({});
  virtual.phone.tlsBroken = true;
  await assert.rejects(openPhone(await linkTo(virtual, t.signal), t.signal), { code: 'phone.tls' });
});

test('software that shows a certificate of its own is named', async (t) => {
  await using virtual = await startVirtual({});
  virtual.phone.tlsIntercepted = true;
  await assert.rejects(openPhone(await linkTo(virtual, t.signal), t.signal), {
    code: 'phone.tls',
    facts: { certificate: 'other' },
  });
});

test('services start side by side in the one session', async (t) => {
  await using virtual = await startVirtual({});
  await using phone = await openPhone(await linkTo(virtual, t.signal), t.signal);
  const opened = await Promise.all([1, 2, 3].map(() => openAfc(phone, t.signal)));
  for (const afc of opened) await afc[Symbol.asyncDispose]();
});

test('a session that the phone dropped is opened again without anybody noticing', async (t) => {
  await using virtual = await startVirtual({});
  await using phone = await openPhone(await linkTo(virtual, t.signal), t.signal);
  virtual.phone.cable.cut('lockdownd');
  const settings = await phone.domain('com.apple.mobile.backup', t.signal);
  assert.ok(settings.size > 0);
});

test('a service the phone does not have', async (t) => {
  await using virtual = await startVirtual({});
  await using phone = await openPhone(await linkTo(virtual, t.signal), t.signal);
  await assert.rejects(phone.startService('com.apple.nonsense', t.signal), {
    code: 'phone.service-refused',
    facts: {
      request: 'StartService',
      service: 'com.apple.nonsense',
      key: undefined,
      error: 'InvalidService',
    },
  });
});

test('before the first unlock the files stay shut; the backup service says so in its own way', async (t) => {
  await using virtual = await startVirtual({ phone: { locked: true } });
  virtual.phone.unlockedSinceBoot = false;
  await using phone = await openPhone(await linkTo(virtual, t.signal), t.signal);
  await assert.rejects(phone.startService('com.apple.afc', t.signal), { code: 'phone.locked' });
  await assert.rejects(phone.startService('com.apple.mobilebackup2', t.signal), {
    code: 'phone.before-first-unlock',
  });
});

test('a phone that is pulled out in the middle is gone', async (t) => {
  await using virtual = await startVirtual({});
  await using phone = await openPhone(await linkTo(virtual, t.signal), t.signal);
  virtual.phone.cable.unplug();
  await assert.rejects(phone.domain('com.apple.mobile.backup', t.signal), { code: 'phone.gone' });
});

test('a frozen phone is not waited for longer than half a minute', async (t) => {
  await using virtual = await startVirtual({});
  const clock = new FakeClock();
  const phone = await openPhone(await linkTo(virtual, t.signal, clock), t.signal);
  using _frozen = virtual.phone.freeze();
  const asked = assert.rejects(phone.domain('com.apple.mobile.backup', t.signal), { code: 'phone.silent' });
  await clock.advance(30_000);
  await asked;
  await phone[Symbol.asyncDispose]();
});

test('whoever stops waiting is free at once, and the phone can still be asked', async (t) => {
  await using virtual = await startVirtual({});
  await using phone = await openPhone(await linkTo(virtual, t.signal), t.signal);
  const frozen = virtual.phone.freeze();
  const abort = new AbortController();
  const asked = assert.rejects(phone.domain('com.apple.mobile.backup', abort.signal), /enough/);
  abort.abort(new Error('enough'));
  await asked;
  frozen[Symbol.dispose]();
  assert.ok((await phone.domain('com.apple.mobile.backup', t.signal)).size > 0);
});
