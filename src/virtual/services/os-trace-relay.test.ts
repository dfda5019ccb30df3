import assert from 'node:assert/strict';
import { duplexPair } from 'node:stream';
import { test } from 'node:test';
import { FakeClock } from '../../../test/support/fake-clock.ts';
import { Channel } from '../../kit/channel.ts';
import { asDict, dictIn, stringIn } from '../../wire/plist/access.ts';
import { decodePlist } from '../../wire/plist/decode.ts';
import { encodeFrame } from '../../wire/plist-frame.ts';
import { VirtualPhone } from '../phone.ts';
import { scenarioSchema } from '../scenario.ts';
import { osTraceRelay } from './os-trace-relay.ts';

/** Starts the service, sends one request, and gives back the computer's end. */
async function request(phone: VirtualPhone, body: { Request: string }): Promise<Channel> {
  const [near, far] = duplexPair();
  const computer = new Channel(near);
  const { signal } = new AbortController();
  osTraceRelay({ phone, channel: new Channel(far), signal }).catch(() => undefined);
  await computer.write(encodeFrame(body, 'xml'));
  return computer;
}

function makePhone(): VirtualPhone {
  return new VirtualPhone(scenarioSchema.parse({}), new FakeClock(new Date('2026-06-20T09:02:10.420Z')));
}

test('PidList names the processes', async () => {
  const computer = await request(makePhone(), { Request: 'PidList' });
  const head = await computer.reader.read(5);
  const answer = asDict(decodePlist(await computer.reader.read(head.readUInt32BE(1))));
  assert.equal(head[0], 1);
  assert.equal(stringIn(answer, 'Status'), 'RequestSuccessful');
  assert.equal(stringIn(dictIn(dictIn(answer, 'Payload'), '311'), 'ProcessName'), 'BackupAgent2');
});

test('StartActivity is answered briefly, then the log follows record by record', async () => {
  const phone = makePhone();
  const computer = await request(phone, { Request: 'StartActivity' });
  const answer = await computer.reader.read(5);
  const length = answer.readUInt32BE(1);
  assert.ok(length < 256, 'pymobiledevice3 reads no longer one');
  await computer.reader.read(length);

  phone.log('BackupAgent2', 'Error', 'Computer disconnected: Lost connection');
  const head = await computer.reader.read(5);
  assert.equal(head[0], 2);
  const record = await computer.reader.read(head.readUInt32LE(1));
  assert.equal(record.readUInt32LE(5), 0x81);
  assert.equal(record.readUInt32LE(9), 311);
  assert.equal(Number(record.readBigUInt64LE(55)), Date.parse('2026-06-20T09:02:10Z') / 1000);
  assert.equal(record.readUInt32LE(63), 420_000);
  assert.equal(record.readUInt8(68), 0x10);
  const lengths = [
    record.readUInt16LE(37),
    record.readUInt16LE(107),
    record.readUInt32LE(109),
    record.readUInt16LE(117),
  ];
  const texts = record.subarray(0x81).toString().split('\0');
  assert.deepEqual(
    texts.slice(0, 4).map((text) => text.length + 1),
    lengths,
  );
  assert.equal(texts[2], 'Computer disconnected: Lost connection');
});
