import assert from 'node:assert/strict';
import { duplexPair } from 'node:stream';
import { test } from 'node:test';
import { FakeClock } from '../../test/support/fake-clock.ts';
import { Channel } from '../kit/channel.ts';
import { Cable } from './cable.ts';
import { throttled } from './throttle.ts';

function setUp(bytesPerSecond?: number) {
  const clock = new FakeClock();
  const cable = new Cable();
  cable.bytesPerSecond = bytesPerSecond;
  const [computer, phone] = duplexPair();
  return { clock, computer: new Channel(computer), phone: new Channel(throttled(phone, cable, clock)) };
}

test('a slow link carries what its speed allows', async () => {
  const { clock, computer, phone } = setUp(10_000);
  await phone.write(Buffer.alloc(5_000));
  await clock.advance(300);
  assert.ok(computer.reader.buffered <= 3_500, `${computer.reader.buffered}`);
  await clock.advance(300);
  assert.equal(computer.reader.buffered, 5_000);
});

test('a link without a limit passes all on at once, and its end too', async () => {
  const { clock, computer, phone } = setUp();
  await computer.write(Buffer.from('hello'));
  await clock.advance(0);
  assert.equal((await phone.reader.read(5)).toString(), 'hello');
  await computer.close();
  assert.equal(await phone.reader.readSome(), undefined);
});
