import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempDisposable, readdir, writeFile } from 'node:fs/promises';
import { connect as connectSocket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Channel } from '../../kit/channel.ts';
import { arrayIn, asDict, dataIn, dictIn, integerIn, stringIn } from '../../wire/plist/access.ts';
import type { PlistDict, PlistInput } from '../../wire/plist/value.ts';
import { encodePacket, LOCKDOWN_PORT, MuxResult, readPacket, swapPort } from '../../wire/usbmux.ts';
import { startVirtual } from '../start.ts';

/** A program on the computer, at the level of packets. */
async function dial(address: string): Promise<Channel> {
  const [host, port] = address.split(':');
  const socket = connectSocket(Number(port), host);
  await once(socket, 'connect');
  return new Channel(socket);
}

async function ask(channel: Channel, body: PlistInput, tag = 7): Promise<PlistDict> {
  await channel.write(encodePacket({ tag, body }));
  const packet = await readPacket(channel.reader);
  assert.equal(packet.tag, tag);
  return packet.body;
}

const connectTo = (deviceId: number, port: number) => ({
  MessageType: 'Connect',
  DeviceID: deviceId,
  PortNumber: swapPort(port),
});

test('one program may ask many things, and each gets an answer', async () => {
  await using virtual = await startVirtual({});
  await using channel = await dial(virtual.address);
  const list = arrayIn(await ask(channel, { MessageType: 'ListDevices' }), 'DeviceList');
  const device = asDict(list[0]);
  assert.equal(stringIn(device, 'MessageType'), 'Attached');
  assert.equal(stringIn(dictIn(device, 'Properties'), 'ConnectionType'), 'USB');
  assert.equal(stringIn(await ask(channel, { MessageType: 'ReadBUID' }), 'BUID'), virtual.mux.buid);
  assert.equal(arrayIn(await ask(channel, { MessageType: 'ListListeners' }), 'ListenerList').length, 0);
  assert.equal(integerIn(await ask(channel, { MessageType: 'MakeCoffee' }), 'Number'), MuxResult.badCommand);
});

test('Connect is refused where nothing listens and nobody is', async () => {
  await using virtual = await startVirtual({});
  await using channel = await dial(virtual.address);
  const refused = await ask(channel, connectTo(1, 4711));
  assert.equal(integerIn(refused, 'Number'), MuxResult.connectionRefused);
  const nobody = await ask(channel, connectTo(99, LOCKDOWN_PORT));
  assert.equal(integerIn(nobody, 'Number'), MuxResult.badDevice);
});

test('pair records come back byte for byte, and Paired is told', async () => {
  await using virtual = await startVirtual({ phone: { trusted: false } });
  await using channel = await dial(virtual.address);
  await using listener = await dial(virtual.address);
  await ask(listener, { MessageType: 'Listen' });
  await readPacket(listener.reader);

  const record = Buffer.from('not even a property list');
  const id = { PairRecordID: virtual.phone.udid };
  const save = { MessageType: 'SavePairRecord', ...id, PairRecordData: record, DeviceID: 1 };
  assert.equal(integerIn(await ask(channel, save), 'Number'), 0);
  assert.equal(stringIn((await readPacket(listener.reader)).body, 'MessageType'), 'Paired');
  const read = await ask(channel, { MessageType: 'ReadPairRecord', ...id });
  assert.deepEqual(Buffer.from(dataIn(read, 'PairRecordData')), record);

  assert.equal(integerIn(await ask(channel, { MessageType: 'DeletePairRecord', ...id }), 'Number'), 0);
  const missing = await ask(channel, { MessageType: 'ReadPairRecord', ...id });
  assert.equal(integerIn(missing, 'Number'), MuxResult.badDevice);
});

test('a listener is told what is there, what goes, and what comes back under a new number', async () => {
  await using virtual = await startVirtual({});
  await using channel = await dial(virtual.address);
  await ask(channel, { MessageType: 'Listen' });
  virtual.phone.cable.unplug();
  virtual.phone.cable.plug();
  const told: string[] = [];
  while (told.length < 3) {
    const { body, tag } = await readPacket(channel.reader);
    told.push(`${stringIn(body, 'MessageType')} ${integerIn(body, 'DeviceID')} ${tag}`);
  }
  assert.deepEqual(told, ['Attached 1 0', 'Detached 1 0', 'Attached 2 0']);
});

test('nonsense and a program that vanishes end their own socket and nothing else', async () => {
  await using virtual = await startVirtual({});
  await using rude = await dial(virtual.address);
  await rude.write(Buffer.alloc(64, 0xff));
  await rude.closed;
  await using vanishing = await dial(virtual.address);
  await vanishing.write(encodePacket({ tag: 1, body: connectTo(1, LOCKDOWN_PORT) }));
  vanishing.destroy();
  await using channel = await dial(virtual.address);
  assert.equal(stringIn(await ask(channel, { MessageType: 'ReadBUID' }), 'BUID'), virtual.mux.buid);
});

test('the binary protocol of 2009 is answered in its own form', async () => {
  await using virtual = await startVirtual({});
  await using channel = await dial(virtual.address);
  const listen = Buffer.alloc(16);
  listen.writeUInt32LE(16, 0);
  listen.writeUInt32LE(3, 8);
  listen.writeUInt32LE(5, 12);
  await channel.write(listen);
  const answer = await channel.reader.read(20);
  assert.deepEqual(
    [0, 4, 8, 12, 16].map((offset) => answer.readUInt32LE(offset)),
    [20, 0, 1, 5, MuxResult.badVersion],
  );
});

test('a UNIX socket: a dead one is replaced, anything else is left alone', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'thaw-virtual-'));
  const path = join(folder.path, 'mux');
  {
    await using virtual = await startVirtual({}, { socket: path });
    assert.equal(virtual.address, `UNIX:${path}`);
    await assert.rejects(startVirtual({}, { socket: path }), { code: 'EADDRINUSE' });
  }
  assert.deepEqual(await readdir(folder.path), []);
  await writeFile(path, 'a file of somebody’s');
  await assert.rejects(startVirtual({}, { socket: path }), { code: 'EADDRINUSE' });
});
