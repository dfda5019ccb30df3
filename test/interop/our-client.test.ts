import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { systemClock } from '../../src/kit/clock.ts';
import { choosePhone } from '../../src/phone/find.ts';
import { parseMuxAddress } from '../../src/phone/mux-address.ts';
import { pair } from '../../src/phone/pairing.ts';
import { openPhone, type PhoneLink } from '../../src/phone/session.ts';
import { Usbmux } from '../../src/phone/usbmux.ts';
import { type RunningVirtual, startVirtual } from '../../src/virtual/start.ts';
import { needs, run } from './support/program.ts';

async function linkTo(virtual: RunningVirtual, signal: AbortSignal): Promise<PhoneLink> {
  const mux = new Usbmux(parseMuxAddress(virtual.address), systemClock);
  return { mux, clock: systemClock, device: choosePhone(await mux.devices(signal), undefined) };
}

test(
  'a pairing that idevicepair made, with its SHA-1 certificates, opens the phone for us',
  needs('idevicepair'),
  async (t) => {
    await using virtual = await startVirtual({ phone: { trusted: false } });
    const trusted = new Promise((resolve) => virtual.phone.owner.stepped.subscribe(resolve));
    await run('idevicepair', ['pair'], virtual);
    await trusted;
    assert.match((await run('idevicepair', ['pair'], virtual)).stdout, /SUCCESS/);
    const link = await linkTo(virtual, t.signal);
    const record = await link.mux.readPairRecord(link.device.udid, t.signal);
    assert.match(new X509Certificate(record?.hostCertificate ?? '').signatureAlgorithm ?? '', /^sha1/);
    await using phone = await openPhone(link, t.signal);
    assert.equal(phone.provedItself, true);
  },
);

test('a pairing that we made is one for libimobiledevice too', needs('idevicepair'), async (t) => {
  await using virtual = await startVirtual({ phone: { trusted: false } });
  const link = await linkTo(virtual, t.signal);
  const { hostId } = await pair(link, { limitMs: 30_000, onAsk: () => undefined }, t.signal);
  assert.match((await run('idevicepair', ['validate'], virtual)).stdout, /SUCCESS/);
  assert.equal((await run('idevicepair', ['hostid'], virtual)).stdout.trim(), hostId);
});

/** What our client makes of a usbmuxd; a line of JSON. */
const OUR_CLIENT = `
  import { Usbmux } from '${fileURLToPath(new URL('../../src/phone/usbmux.ts', import.meta.url))}';
  import { udidOfSerial } from '${fileURLToPath(new URL('../../src/phone/udid.ts', import.meta.url))}';
  import { systemClock } from '${fileURLToPath(new URL('../../src/kit/clock.ts', import.meta.url))}';
  const signal = AbortSignal.timeout(100_000);
  const mux = new Usbmux({ kind: 'unix', path: '/run/usbmuxd' }, systemClock);
  const udid = udidOfSerial('00008110001A2B3C4D5E001E');
  const record = { hostId: 'H', systemBuid: 'B', hostCertificate: '1', hostPrivateKey: '2', rootCertificate: '3',
    rootPrivateKey: '4', deviceCertificate: '5', wifiMacAddress: 'aa:bb:cc:dd:ee:ff' };
  const before = await mux.readPairRecord(udid, signal);
  await mux.savePairRecord({ deviceId: 1, udid, connection: 'usb' }, record, signal);
  const saved = await mux.readPairRecord(udid, signal);
  await mux.deletePairRecord(udid, signal);
  console.log(JSON.stringify({
    devices: await mux.devices(signal),
    buid: await mux.buid(signal),
    connect: await mux.connect(1, 62078, signal).catch((error) => error.code),
    record: { before: before ?? null, kept: JSON.stringify(saved) === JSON.stringify(record),
      after: (await mux.readPairRecord(udid, signal)) ?? null },
  }));`;

/** Its socket and its records are in fixed places: here it gets a file system of its own for both. */
const REAL_USBMUXD = `
  mount -t tmpfs none /run && mount -t tmpfs none /var/lib && mkdir /var/lib/lockdown || exit 1
  usbmuxd --foreground & daemon=$!
  until [ -S /run/usbmuxd ]; do sleep 0.05; done
  "$0" --input-type=module --eval "$1"
  kill $daemon`;

const withUsbmuxd = needs('usbmuxd', 'unshare');
const asRoot =
  process.getuid?.() === 0 ? withUsbmuxd : { skip: 'only root may give usbmuxd a place of its own' };

test('our client and the real usbmuxd understand each other', asRoot, async () => {
  const arguments_ = ['-m', 'sh', '-c', REAL_USBMUXD, process.execPath, OUR_CLIENT];
  const { stdout, stderr } = await run('unshare', arguments_, { address: '' });
  const { buid, ...rest } = JSON.parse(stdout || assert.fail(stderr));
  assert.match(buid, /^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/);
  assert.deepEqual(rest, {
    devices: [],
    connect: 'phone.gone',
    record: { before: null, kept: true, after: null },
  });
});
