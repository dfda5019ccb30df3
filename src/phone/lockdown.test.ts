import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { test } from 'node:test';
import { Channel } from '../kit/channel.ts';
import { systemClock } from '../kit/clock.ts';
import { encodePairRecord } from '../wire/pair-record.ts';
import { asDict, maybeStringIn, stringIn } from '../wire/plist/access.ts';
import type { PlistLiteral } from '../wire/plist/value.ts';
import { encodeFrame, readFrame } from '../wire/plist-frame.ts';
import { encodePacket, readPacket } from '../wire/usbmux.ts';
import { Lockdown } from './lockdown.ts';
import { openPhone } from './session.ts';
import { udidOfSerial } from './udid.ts';
import { Usbmux } from './usbmux.ts';

/** What the phone of a test answers to each lockdown request; anything else is hung up on. */
type Script = Readonly<Record<string, PlistLiteral | Buffer>>;

const RECORD = encodePairRecord({
  hostId: 'HOST',
  systemBuid: 'BUID',
  hostCertificate: '',
  hostPrivateKey: '',
  rootCertificate: '',
  rootPrivateKey: '',
  deviceCertificate: '',
});

/** A usbmuxd with a phone that says what it is told to: for answers no virtual iPhone gives. */
async function scriptedPhone(script: Script) {
  const server = createServer((socket) => void serve(socket, script).catch(() => socket.destroy()));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  assert.ok(address !== null && typeof address === 'object');
  const mux = new Usbmux({ kind: 'tcp', host: '127.0.0.1', port: address.port }, systemClock);
  const udid = udidOfSerial('00008110001A2B3C4D5E001E');
  assert.ok(udid);
  const link = { mux, clock: systemClock, device: { deviceId: 1, udid, connection: 'usb' } } as const;
  return { link, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

async function serve(socket: Socket, script: Script): Promise<void> {
  await using channel = new Channel(socket);
  const { tag, body } = await readPacket(channel.reader);
  const record = maybeStringIn(body, 'MessageType') === 'ReadPairRecord' && { PairRecordData: RECORD };
  await channel.write(encodePacket({ tag, body: record || { MessageType: 'Result', Number: 0 } }));
  for (;;) {
    const request = stringIn(asDict(await readFrame(channel.reader)), 'Request');
    const answer = script[request];
    if (!answer) return;
    await channel.write(
      answer instanceof Buffer ? answer : encodeFrame({ Request: request, ...answer }, 'binary'),
    );
  }
}

const normal = { Type: 'com.apple.mobile.lockdown' };

test('a phone that is being restored is left alone', async (t) => {
  await using phone = await scriptedPhone({ QueryType: { Type: 'com.apple.mobile.restored' } });
  await assert.rejects(openPhone(phone.link, t.signal), { code: 'phone.restoring' });
});

test('a phone that needs no TLS is talked to in plain, and has proved nothing', async (t) => {
  await using phone = await scriptedPhone({
    QueryType: normal,
    StartSession: { SessionID: 'S', EnableSessionSSL: false },
    GetValue: { Value: { DeviceName: 'Plain' } },
  });
  await using opened = await openPhone(phone.link, t.signal);
  assert.equal(opened.info.name, 'Plain');
  assert.equal(opened.provedItself, false);
});

const refusals = [
  ['PasswordProtected', 'phone.locked'],
  ['EscrowLocked', 'phone.before-first-unlock'],
  ['PairingProhibitedOverThisConnection', 'phone.trust-needs-cable'],
  ['InvalidHostID', 'phone.not-trusted'],
  ['SavePairRecordFailed', 'phone.storage'],
  ['NeverHeardOf', 'phone.refused'],
] as const;

for (const [error, code] of refusals) {
  test(`lockdownd's ${error} is ${code}, and its own word is kept`, async (t) => {
    await using phone = await scriptedPhone({ StartSession: { Error: error }, QueryType: normal });
    await assert.rejects(openPhone(phone.link, t.signal), {
      code,
      facts: { request: 'StartSession', service: undefined, key: undefined, error },
    });
  });
}

test('a value the phone does not have is undefined, one it hides is an error', async (t) => {
  for (const [error, outcome] of [
    ['MissingValue', undefined],
    ['GetProhibited', 'phone.value-prohibited'],
  ] as const) {
    await using phone = await scriptedPhone({ GetValue: { Error: error } });
    await using lockdown = await Lockdown.open(phone.link.mux, 1, systemClock, t.signal);
    const value = lockdown.value({ key: 'PasswordConfigured' }, t.signal);
    if (outcome) await assert.rejects(value, { code: outcome });
    else assert.equal(await value, undefined);
  }
});

test('an answer that claims four gigabytes is not waited for', async (t) => {
  await using phone = await scriptedPhone({ QueryType: Buffer.from('ffffffff', 'hex') });
  await assert.rejects(openPhone(phone.link, t.signal), { code: 'wire.frame' });
});

test('a phone that hangs up in the middle is gone', async (t) => {
  await using phone = await scriptedPhone({ QueryType: normal });
  await assert.rejects(openPhone(phone.link, t.signal), { code: 'phone.gone' });
});
