import assert from 'node:assert/strict';
import { duplexPair } from 'node:stream';
import { test } from 'node:test';
import { FakeClock } from '../../../test/support/fake-clock.ts';
import { Channel } from '../../kit/channel.ts';
import {
  AfcLock,
  AfcMode,
  AfcOperation,
  type AfcPacket,
  AfcStatus,
  afcNumbers,
  afcStrings,
  encodeAfcPacket,
  readAfcPacket,
  splitAfcStrings,
} from '../../wire/afc.ts';
import { VirtualPhone } from '../phone.ts';
import { scenarioSchema } from '../scenario.ts';
import { serveAfc } from './serve-afc.ts';

/** A computer on AFC; packet numbers are checked with every answer. */
class Computer {
  readonly #channel: Channel;
  #number = 0n;

  constructor(phone: VirtualPhone) {
    const [near, far] = duplexPair();
    this.#channel = new Channel(near);
    const { signal } = new AbortController();
    serveAfc({ phone, channel: new Channel(far), signal }, phone.media).catch(() => undefined);
  }

  async ask(operation: number, data: Buffer, payload: Buffer = Buffer.alloc(0)): Promise<AfcPacket> {
    this.#number += 1n;
    await this.#channel.write(encodeAfcPacket({ number: this.#number, operation, data, payload }));
    const answer = await readAfcPacket(this.#channel.reader);
    assert.equal(answer.number, this.#number);
    return answer;
  }

  async status(operation: number, data: Buffer, payload?: Buffer): Promise<number> {
    const answer = await this.ask(operation, data, payload);
    assert.equal(answer.operation, AfcOperation.status);
    return Number(answer.data.readBigUInt64LE());
  }

  async open(path: string, mode: number): Promise<bigint> {
    const answer = await this.ask(AfcOperation.fileOpen, Buffer.concat([afcNumbers(mode), afcStrings(path)]));
    assert.equal(answer.operation, AfcOperation.fileOpenResult);
    return answer.data.readBigUInt64LE();
  }

  hangUp(): void {
    this.#channel.destroy();
  }
}

function makePhone(): VirtualPhone {
  return new VirtualPhone(scenarioSchema.parse({}), new FakeClock());
}

test('a file is written, looked at, read and removed', async () => {
  const computer = new Computer(makePhone());
  assert.equal(
    await computer.status(AfcOperation.makeDirectory, afcStrings('/iTunesRestore/deep')),
    AfcStatus.ok,
  );
  const path = '/iTunesRestore/deep/RestoreApplications.plist';
  const written = await computer.open(path, AfcMode.writeRead);
  assert.equal(
    await computer.status(AfcOperation.fileWrite, afcNumbers(written), Buffer.from('hello')),
    AfcStatus.ok,
  );
  assert.equal(await computer.status(AfcOperation.fileClose, afcNumbers(written)), AfcStatus.ok);

  const info = splitAfcStrings((await computer.ask(AfcOperation.fileInfo, afcStrings(path))).payload);
  assert.deepEqual(info.slice(0, 2), ['st_size', '5']);
  assert.equal(info[info.indexOf('st_ifmt') + 1], 'S_IFREG');

  const read = await computer.open(path, AfcMode.read);
  const first = await computer.ask(AfcOperation.fileRead, afcNumbers(read, 1000));
  assert.equal(first.payload.toString(), 'hello');
  assert.equal((await computer.ask(AfcOperation.fileRead, afcNumbers(read, 1000))).payload.length, 0);

  assert.equal(
    await computer.status(AfcOperation.removePath, afcStrings('/iTunesRestore')),
    AfcStatus.notEmpty,
  );
  assert.equal(
    await computer.status(AfcOperation.removePathAndContents, afcStrings('/iTunesRestore')),
    AfcStatus.ok,
  );
  assert.equal(await computer.status(AfcOperation.fileInfo, afcStrings(path)), AfcStatus.notFound);
});

test('a listing has the two dots, and nothing leads out of the folder', async () => {
  const computer = new Computer(makePhone());
  const names = splitAfcStrings(
    (await computer.ask(AfcOperation.readDirectory, afcStrings('/../../'))).payload,
  );
  assert.deepEqual(names.slice(0, 2), ['.', '..']);
  assert.ok(names.includes('DCIM'));
});

test('the sync lock belongs to one program at a time, and goes with its connection', async () => {
  const phone = makePhone();
  const [first, second] = [new Computer(phone), new Computer(phone)];
  const path = '/com.apple.itunes.lock_sync';
  const [one, two] = [await first.open(path, AfcMode.readWrite), await second.open(path, AfcMode.readWrite)];
  const lock = (computer: Computer, handle: bigint) =>
    computer.status(AfcOperation.fileLock, afcNumbers(handle, AfcLock.exclusive));
  assert.equal(await lock(first, one), AfcStatus.ok);
  assert.equal(await lock(second, two), AfcStatus.wouldBlock);
  assert.equal(await first.status(AfcOperation.fileLock, afcNumbers(one, AfcLock.unlock)), AfcStatus.ok);
  assert.equal(await lock(second, two), AfcStatus.ok);
  assert.equal(await lock(first, one), AfcStatus.wouldBlock);
  second.hangUp();
  while ((await lock(first, one)) !== AfcStatus.ok);
});

test('a program that is none of ours may hold the sync lock', async () => {
  const phone = makePhone();
  const computer = new Computer(phone);
  const handle = await computer.open('/com.apple.itunes.lock_sync', AfcMode.readWrite);
  const lock = () => computer.status(AfcOperation.fileLock, afcNumbers(handle, AfcLock.exclusive));
  const held = phone.syncLock.takeForAnother();
  assert.equal(await lock(), AfcStatus.wouldBlock);
  held[Symbol.dispose]();
  assert.equal(await lock(), AfcStatus.ok);
});

test('what cannot be done is refused, not fatal', async () => {
  const computer = new Computer(makePhone());
  assert.equal(await computer.status(AfcOperation.fileInfo, afcStrings('/nowhere')), AfcStatus.notFound);
  assert.equal(await computer.status(AfcOperation.fileRead, afcNumbers(99, 1)), AfcStatus.badArgument);
  assert.equal(await computer.status(AfcOperation.fileOpen, Buffer.alloc(3)), AfcStatus.badArgument);
  assert.equal(await computer.status(0x77, Buffer.alloc(0)), AfcStatus.notSupported);
});
