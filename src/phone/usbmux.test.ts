import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtempDisposable } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { FakeClock } from '../../test/support/fake-clock.ts';
import { systemClock } from '../kit/clock.ts';
import { startVirtual } from '../virtual/start.ts';
import { LOCKDOWN_PORT } from '../wire/usbmux.ts';
import { choosePhone } from './find.ts';
import { parseMuxAddress } from './mux-address.ts';
import { Usbmux } from './usbmux.ts';

const NOBODY = 65534;

function muxAt(address: string): Usbmux {
  return new Usbmux(parseMuxAddress(address), systemClock);
}

/** A server that is no usbmuxd: it does with each connection what the test says. */
async function impostor(server: Server): Promise<string> {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  assert.ok(address !== null && typeof address === 'object');
  return `127.0.0.1:${address.port}`;
}

test('phones are listed as they are attached', async (t) => {
  await using virtual = await startVirtual([{ name: 'one' }, { name: 'two', seed: 2 }]);
  const devices = await muxAt(virtual.address).devices(t.signal);
  assert.deepEqual(
    devices.map((device) => device.udid),
    virtual.phones.map((phone) => phone.udid),
  );
  assert.equal(devices[0]?.connection, 'usb');
  assert.equal(devices[0]?.speed, 480_000_000);
});

test('a listener hears of the phones that are there, and of each that goes and comes', async (t) => {
  await using virtual = await startVirtual({});
  await using events = muxAt(virtual.address).listen(t.signal);
  const first = await events.next();
  assert.equal(first.value?.kind, 'attached');
  virtual.phone.cable.unplug();
  assert.deepEqual((await events.next()).value, { kind: 'detached', deviceId: 1 });
  virtual.phone.cable.plug();
  assert.deepEqual((await events.next()).value, {
    kind: 'attached',
    device: { ...choosePhone(await muxAt(virtual.address).devices(t.signal), undefined), deviceId: 2 },
  });
});

test('a listener learns that usbmuxd ended', async (t) => {
  const virtual = await startVirtual({});
  const events = muxAt(virtual.address).listen(t.signal);
  await events.next();
  await virtual[Symbol.asyncDispose]();
  await assert.rejects(
    async () => {
      for await (const _ of events);
    },
    { code: 'mux.gone' },
  );
});

test('pair records are kept, read and forgotten', async (t) => {
  await using virtual = await startVirtual({});
  const mux = muxAt(virtual.address);
  const device = choosePhone(await mux.devices(t.signal), undefined);
  const record = await mux.readPairRecord(device.udid, t.signal);
  assert.ok(record);
  await mux.deletePairRecord(device.udid, t.signal);
  await mux.deletePairRecord(device.udid, t.signal);
  assert.equal(await mux.readPairRecord(device.udid, t.signal), undefined);
  await mux.savePairRecord(device, record, t.signal);
  assert.deepEqual(await mux.readPairRecord(device.udid, t.signal), record);
});

test('a phone that was unplugged and a port where nothing listens are told apart', async (t) => {
  await using virtual = await startVirtual({});
  const mux = muxAt(virtual.address);
  await assert.rejects(mux.connect(1, 4711, t.signal), { code: 'phone.not-listening' });
  virtual.phone.cable.unplug();
  await assert.rejects(mux.connect(1, LOCKDOWN_PORT, t.signal), { code: 'phone.gone' });
});

test('no usbmuxd: neither a socket file nor a port', async (t) => {
  await assert.rejects(muxAt('/nowhere/usbmuxd').devices(t.signal), {
    code: 'mux.absent',
    facts: { address: '/nowhere/usbmuxd', systemCode: 'ENOENT' },
  });
  const server = createServer();
  const address = await impostor(server);
  await new Promise((resolve) => server.close(resolve));
  await assert.rejects(muxAt(address).devices(t.signal), {
    code: 'mux.absent',
    facts: { address, systemCode: 'ECONNREFUSED' },
  });
});

test('a socket this user may not use', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'thaw-mux-'));
  await chmod(folder.path, 0o755);
  const path = join(folder.path, 'usbmuxd');
  await using _virtual = await startVirtual({}, { socket: path });
  await chmod(path, 0o000);
  const script = `
    import { Usbmux } from '${import.meta.resolve('./usbmux.ts')}';
    import { systemClock } from '${import.meta.resolve('../kit/clock.ts')}';
    const mux = new Usbmux({ kind: 'unix', path: '${path}' }, systemClock);
    await mux.devices(new AbortController().signal).catch((error) => console.log(error.code));`;
  // root may use every socket; to be refused it must be somebody else
  const user = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { ...user, cwd: '/' });
  assert.equal(String(await child.stdout.toArray()).trim(), 'mux.permission');
});

test('a usbmuxd that hangs up, and one that says nothing', async (t) => {
  await using rude = createServer((socket) => socket.once('data', () => socket.destroy()));
  await assert.rejects(muxAt(await impostor(rude)).devices(t.signal), { code: 'mux.gone' });

  const clock = new FakeClock();
  await using mute = createServer((socket) => socket.once('data', () => clock.advance(5_000)));
  const mux = new Usbmux(parseMuxAddress(await impostor(mute)), clock);
  await assert.rejects(mux.devices(t.signal), { code: 'mux.silent' });
});

test('something else that answers there is not taken for a usbmuxd', async (t) => {
  await using web = createServer((socket) => socket.resume().end('HTTP/1.1 400 Bad Request\r\n\r\n'));
  await assert.rejects(muxAt(await impostor(web)).devices(t.signal), { code: 'wire.usbmux' });
});
