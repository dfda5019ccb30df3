import assert from 'node:assert/strict';
import { once } from 'node:events';
import { cp, mkdir, mkdtempDisposable, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Channel } from '../../kit/channel.ts';
import { systemClock } from '../../kit/clock.ts';
import { viewOfFolder } from '../../vault/backup-view.ts';
import { CopyAside } from '../../vault/copy-aside.ts';
import { decodeHostMessage } from '../../wire/devicelink/host-message.ts';
import { dataHeader, endBlock, nameBlock, noMoreFiles } from '../../wire/devicelink/parts.ts';
import { encodePhoneMessage, type PhoneMessage } from '../../wire/devicelink/phone-message.ts';
import { encodeFrame, readFrame } from '../../wire/plist-frame.ts';
import { DeviceLink } from '../link.ts';
import { Progress } from '../progress.ts';
import { RestoreFiles } from './restore-files.ts';
import { serveRestore } from './serve-restore.ts';

const UDID = '00008110-001A2B3C4D5E001E';
const COPY = `${UDID}-20260102-030405`;

/** A phone that asks whatever the test wants, of the real computer's side over real sockets and folders. */
class Phone implements AsyncDisposable {
  readonly destination: string;
  readonly served: Promise<unknown>;
  readonly #channel: Channel;
  readonly #resources: AsyncDisposable;

  private constructor(
    destination: string,
    served: Promise<unknown>,
    channel: Channel,
    resources: AsyncDisposable,
  ) {
    this.destination = destination;
    this.served = served;
    this.#channel = channel;
    this.#resources = resources;
  }

  static async meet(): Promise<Phone> {
    await using resources = new AsyncDisposableStack();
    const { path } = resources.use(await mkdtempDisposable(join(tmpdir(), 'thaw-serve-restore-')));
    const destination = join(path, 'backups');
    await mkdir(join(destination, UDID, 'ab'), { recursive: true });
    await writeFile(join(destination, UDID, 'Info.plist'), 'info');
    await writeFile(join(destination, UDID, 'ab', `ab${'0'.repeat(38)}`), 'contents');
    const { host, phone } = await connected(resources);
    const signal = AbortSignal.timeout(100_000);
    const copy = new CopyAside(destination, UDID, signal);
    const files = new RestoreFiles({
      link: new DeviceLink(host, signal),
      progress: new Progress(systemClock, () => {}, 'sending'),
      views: new Map([[UDID, viewOfFolder(join(destination, UDID))]]),
      copy,
    });
    const served = serveRestore(files).finally(() => host.destroy());
    served.catch(() => undefined);
    return new Phone(destination, served, phone, resources.move());
  }

  /** The status of the answer; undefined when the computer hung up. */
  async ask(
    message: Exclude<PhoneMessage, { name: 'unknown' }>,
    ...raw: readonly Uint8Array[]
  ): Promise<number | undefined> {
    await this.#channel.write(encodeFrame(encodePhoneMessage(message), 'binary'));
    if (raw.length > 0) await this.#channel.write(Buffer.concat([...raw, noMoreFiles()]));
    try {
      const frame = await readFrame(this.#channel.reader, { signal: AbortSignal.timeout(100_000) });
      const answer = decodeHostMessage(frame);
      return answer.name === 'DLMessageStatusResponse' ? answer.status : undefined;
    } catch {
      return undefined;
    }
  }

  upload(path: string): Promise<number | undefined> {
    const parts = [nameBlock('/.ba/x'), nameBlock(path), dataHeader(5), Buffer.from('other'), endBlock()];
    return this.ask({ name: 'DLMessageUploadFiles', progress: 1, totalBytes: 5 }, ...parts);
  }

  everything(): Promise<string[]> {
    return readdir(join(this.destination, '..'), { recursive: true }).then((names) => names.sort());
  }

  [Symbol.asyncDispose](): PromiseLike<void> {
    return this.#resources[Symbol.asyncDispose]();
  }
}

async function connected(resources: AsyncDisposableStack): Promise<{ host: Channel; phone: Channel }> {
  const server = createServer().listen(0, '127.0.0.1');
  resources.defer(() => void server.close());
  await once(server, 'listening');
  const address = server.address();
  assert.ok(typeof address === 'object' && address);
  const [[accepted], socket] = await Promise.all([
    once(server, 'connection'),
    new Promise<Socket>((resolve) => {
      const made = connect(address.port, '127.0.0.1', () => resolve(made));
    }),
  ]);
  return { host: resources.use(new Channel(accepted)), phone: resources.use(new Channel(socket)) };
}

test('whatever a phone asks for, the backup is only read', async () => {
  await using phone = await Phone.meet();
  const before = await phone.everything();
  const file = `${UDID}/ab/ab${'0'.repeat(38)}`;
  const orders = [
    { name: 'DLMessageRemoveItems', paths: [file], progress: 0 },
    { name: 'DLMessageMoveItems', pairs: [[file, `${UDID}/x`]], progress: 0 },
    { name: 'DLMessageCreateDirectory', path: `${UDID}/x` },
    { name: 'DLMessagePurgeDiskSpace', bytes: 1, urgency: 4 },
  ] as const;
  for (const order of orders) assert.equal(await phone.ask(order), -1);
  assert.equal(await phone.upload(`${UDID}/Info.plist`), -1);
  assert.equal(await phone.upload(`${COPY}/Info.plist`), -1);
  assert.deepEqual(await phone.everything(), before);
  assert.equal(await readFile(join(phone.destination, UDID, 'Info.plist'), 'utf8'), 'info');
});

test('a path that leads out of the backups ends the conversation', async () => {
  for (const path of [`${UDID}/../../secret`, '../secret', '/etc/passwd', `${UDID}/..\\secret`]) {
    await using phone = await Phone.meet();
    await phone.ask({ name: 'DLContentsOfDirectory', path });
    await assert.rejects(phone.served, { code: 'vault.path-refused' });
  }
});

test('the copy of the phone’s own backup is made under the name phones give it and no other', async () => {
  await using phone = await Phone.meet();
  const copyTo = (from: string, to: string) => phone.ask({ name: 'DLMessageCopyItem', from, to });
  for (const name of ['x', '../x', `${UDID}-x`, `${UDID}-20260102-030405/x`, `${UDID}`]) {
    assert.equal(await copyTo(UDID, name), -1);
  }
  assert.equal(await copyTo('other', COPY), -1);
  assert.equal(await copyTo(UDID, COPY), 0);
  assert.equal(await copyTo(UDID, COPY), -7);
  assert.equal(await phone.upload(`${COPY}/Status.plist`), -1);
  assert.equal(await phone.upload(`${COPY}/../Info.plist`), -1);
  assert.equal(await phone.upload(`${COPY}/Info.plist`), 0);
  assert.equal(await readFile(join(phone.destination, COPY, 'Info.plist'), 'utf8'), 'other');
  assert.equal(await readFile(join(phone.destination, UDID, 'Info.plist'), 'utf8'), 'info');
  assert.deepEqual((await readdir(phone.destination)).sort(), [UDID, COPY]);
});

test('a phone that has no backup here gets no copy, and that is no failure', async () => {
  await using phone = await Phone.meet();
  await cp(join(phone.destination, UDID), join(phone.destination, 'other'), { recursive: true });
  await rm(join(phone.destination, UDID), { recursive: true });
  assert.equal(await phone.ask({ name: 'DLMessageCopyItem', from: UDID, to: COPY }), 0);
  assert.deepEqual(await readdir(phone.destination), ['other']);
});
