import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdir, mkdtempDisposable, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { contentsOnDisk, told } from '../../test/vault/contents.ts';
import { Channel } from '../kit/channel.ts';
import { systemClock } from '../kit/clock.ts';
import { Gate } from '../kit/gate.ts';
import type { RunFact } from '../kit/run-event.ts';
import { checkDestination } from '../vault/destination.ts';
import { openVault } from '../vault/vault.ts';
import { decodeHostMessage, type ReceivedHostMessage } from '../wire/devicelink/host-message.ts';
import {
  BlockCode,
  dataHeader,
  endBlock,
  errorBlock,
  nameBlock,
  noMoreFiles,
} from '../wire/devicelink/parts.ts';
import { encodePhoneMessage, type PhoneMessage } from '../wire/devicelink/phone-message.ts';
import type { PlistDict, PlistInput } from '../wire/plist/value.ts';
import { encodeFrame, readFrame } from '../wire/plist-frame.ts';
import { AppContainers } from './app-containers.ts';
import { DeviceLink } from './link.ts';
import { Progress } from './progress.ts';
import { serveUntilResponse } from './serve.ts';
import { Serving } from './serving/serving.ts';
import { UnreadableFiles } from './unreadable-files.ts';

const UDID = '00008110-001A2B3C4D5E001E';

/** A phone that says whatever the test wants, over a real connection, to the real computer's side and a real vault. */
const APP_FOLDER = '/var/mobile/Containers/Data/Application/0A1B2C3D-0000-4000-8000-000000000001';

async function conversation(
  phone: (say: Script) => Promise<void>,
  prepare: (destination: string) => Promise<void> = async () => {},
  { gate = new Gate(), signal = AbortSignal.timeout(100_000) } = {},
): Promise<{
  ended: Promise<PlistDict>;
  facts: RunFact[];
  failures: unknown[];
  outside: string[];
  backup: string[];
}> {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'thaw-hostile-'));
  const destination = join(folder.path, 'backups');
  await mkdir(destination);
  await prepare(destination);
  await using pair = await connectedPair();
  const facts: RunFact[] = [];
  const emit = (fact: RunFact): void => void facts.push(fact);
  const vault = await openVault(await checkDestination(destination), UDID, { clock: systemClock });
  await using run = await vault.begin({ run: 'test' });
  const containers = new AppContainers();
  containers.fill([
    { bundleId: 'org.example.notes', attributes: new Map([['Container', `/private${APP_FOLDER}`]]) },
  ]);
  const serving = new Serving({
    link: new DeviceLink(pair.host, signal),
    run,
    progress: new Progress(systemClock, emit),
    unreadable: new UnreadableFiles(emit, containers),
    emit,
    gate,
    folder: UDID,
  });
  const ended = serveUntilResponse(serving).finally(() => pair.host.destroy());
  await Promise.allSettled([ended, phone(new Script(pair.phone))]);
  return {
    ...{ ended, facts, failures: serving.writeFailures },
    outside: await readdir(folder.path),
    backup: told(contentsOnDisk(join(destination, UDID))),
  };
}

async function connectedPair(): Promise<AsyncDisposable & { host: Channel; phone: Channel }> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  assert.ok(typeof address === 'object' && address);
  const [phone, [host]] = await Promise.all([
    new Promise<Socket>((resolve) => {
      const socket = connect(address.port, '127.0.0.1', () => resolve(socket));
    }),
    once(server, 'connection'),
  ]);
  const channels = { host: new Channel(host), phone: new Channel(phone) };
  return {
    ...channels,
    [Symbol.asyncDispose]: async () => {
      await channels.host[Symbol.asyncDispose]();
      await channels.phone[Symbol.asyncDispose]();
      server.close();
    },
  };
}

/** The phone's half of the talk. */
class Script {
  readonly #channel: Channel;

  constructor(channel: Channel) {
    this.#channel = channel;
  }

  async ask(message: Exclude<PhoneMessage, { name: 'unknown' }>): Promise<ReceivedHostMessage> {
    await this.#channel.write(encodeFrame(encodePhoneMessage(message), 'binary'));
    return await this.answer();
  }

  async say(frame: PlistInput): Promise<void> {
    await this.#channel.write(encodeFrame(frame, 'binary'));
  }

  async upload(...parts: readonly Uint8Array[]): Promise<ReceivedHostMessage> {
    await this.say(encodePhoneMessage({ name: 'DLMessageUploadFiles', progress: 1, totalBytes: 10 }));
    await this.#channel.write(Buffer.concat([...parts, noMoreFiles()]));
    return await this.answer();
  }

  async answer(): Promise<ReceivedHostMessage> {
    return decodeHostMessage(await readFrame(this.#channel.reader, { signal: AbortSignal.timeout(100_000) }));
  }

  /** Bytes as they are, in no frame. */
  async send(...bytes: readonly number[]): Promise<void> {
    await this.#channel.write(Buffer.from(bytes));
  }

  /** The raw answer to a download, until nothing more comes. */
  async raw(bytes: number): Promise<Buffer> {
    return await this.#channel.reader.read(bytes, AbortSignal.timeout(100_000));
  }

  async finish(): Promise<void> {
    await this.say(['DLMessageProcessMessage', { MessageName: 'Response', ErrorCode: 0 }]);
  }

  hangUp(): void {
    this.#channel.destroy();
  }
}

function file(path: string, text = 'contents'): Uint8Array[] {
  return [
    nameBlock('/private/var/x'),
    nameBlock(path),
    dataHeader(text.length),
    Buffer.from(text),
    endBlock(),
  ];
}

const outsidePaths = [
  '../escaped',
  `${UDID}/../escaped`,
  `${UDID}/../../escaped`,
  '/tmp/escaped',
  `${UDID}//etc/passwd`,
  `${UDID}/a\0b`,
  `${UDID}/..\\escaped`,
  `other-phone/Status.plist`,
  `${UDID}/${'x'.repeat(300)}`,
];

for (const path of outsidePaths) {
  test(`a phone that names ${JSON.stringify(path.slice(0, 60))} is refused`, async () => {
    const { ended, outside } = await conversation((phone) => phone.upload(...file(path)).then(() => {}));
    await assert.rejects(ended, { code: 'vault.path-refused' });
    assert.deepEqual(outside, ['backups']);
  });
}

test('moves, removals, folders and listings elsewhere are refused like uploads', async () => {
  const elsewhere = '../escaped';
  const messages = [
    { name: 'DLMessageCreateDirectory', path: elsewhere },
    { name: 'DLContentsOfDirectory', path: elsewhere },
    { name: 'DLMessageRemoveItems', paths: [elsewhere], progress: 0 },
    { name: 'DLMessageMoveItems', pairs: [[`${UDID}/a`, elsewhere]], progress: 0 },
    { name: 'DLMessageDownloadFiles', paths: [elsewhere], progress: 0 },
  ] as const;
  for (const message of messages) {
    const { ended } = await conversation((phone) => phone.ask(message).then(() => {}));
    await assert.rejects(ended, { code: 'vault.path-refused' }, message.name);
  }
});

test('a link in the backup folder is not followed', async () => {
  const secret = 'not part of any backup';
  let afterwards = '';
  const { ended } = await conversation(
    async (phone) => {
      const path = `${UDID}/00/secret`;
      await phone.say(encodePhoneMessage({ name: 'DLMessageDownloadFiles', paths: [path], progress: 0 }));
      const refused = nameBlock(path).length + 5;
      assert.equal((await phone.raw(refused))[refused - 1], BlockCode.localError);
      phone.hangUp();
    },
    async (destination) => {
      const elsewhere = join(destination, '..', 'elsewhere');
      await mkdir(elsewhere);
      await writeFile(join(elsewhere, 'secret'), secret);
      await mkdir(join(destination, UDID));
      await symlink(elsewhere, join(destination, UDID, '00'));
      afterwards = await readFile(join(elsewhere, 'secret'), 'utf8');
    },
  );
  await assert.rejects(ended, { code: 'backup.link-lost' });
  assert.equal(afterwards, secret);
});

test('the phone hanging up is the end, not “not ready yet”', async () => {
  const { ended } = await conversation(async (phone) => phone.hangUp());
  await assert.rejects(ended, { code: 'backup.link-lost' });
});

test('a link cut in the middle of a file is the end too', async () => {
  const { ended } = await conversation(async (phone) => {
    await phone.say(encodePhoneMessage({ name: 'DLMessageUploadFiles', progress: 1, totalBytes: 10 }));
    phone.hangUp();
  });
  await assert.rejects(ended, { code: 'backup.link-lost' });
});

const lies: Readonly<Record<string, (phone: Script) => Promise<unknown>>> = {
  'a message of four gigabytes': (phone) => phone.send(0xff, 0xff, 0xff, 0xff),
  'a message of a negative length': (phone) => phone.send(0x80, 0, 0, 0),
  'a name of two gigabytes': (phone) => phone.upload(Uint8Array.of(0x7f, 0xff, 0xff, 0xff)),
  'a file’s bytes that are two gigabytes': (phone) =>
    phone.upload(nameBlock('x'), nameBlock(`${UDID}/x`), Uint8Array.of(0x7f, 0xff, 0xff, 0xff, 0x0c)),
  'a list that is none': (phone) => phone.say(['DLMessageRemoveItems', 'everything', 0, 0]),
  'moves that are no pairs': (phone) => phone.say(['DLMessageMoveItems', [1, 2], 0, 0]),
  'a folder without a name': (phone) => phone.say(['DLMessageCreateDirectory']),
};

for (const [what, tell] of Object.entries(lies)) {
  test(`${what}: refused at once, and the earlier backup as it was`, async () => {
    const { ended, backup } = await conversation(
      (phone) => tell(phone).then(() => {}),
      async (destination) => {
        const folder = join(destination, UDID);
        await mkdir(join(folder, '00'), { recursive: true });
        await writeFile(join(folder, 'Status.plist'), 'finished');
        await writeFile(join(folder, '00', 'earlier'), 'earlier');
      },
    );
    await assert.rejects(ended, { name: 'WireError' });
    assert.deepEqual(backup, ['00 folder', '00/earlier 7:earlier', 'Status.plist 8:finished']);
  });
}

test('noise instead of a file is an error at once', async () => {
  const { ended } = await conversation((phone) => phone.upload(Buffer.alloc(64, 0xff)).then(() => {}));
  await assert.rejects(ended, { code: 'wire.devicelink' });
});

test('every message is answered, also one nobody knows', async () => {
  const { ended, facts } = await conversation(async (phone) => {
    await phone.say(['DLMessageFromTheFuture', 1, 2]);
    const answer = await phone.answer();
    assert.ok(answer.name === 'DLMessageStatusResponse' && answer.status === -1);
    const purge = await phone.ask({ name: 'DLMessagePurgeDiskSpace', bytes: 5_000_000_000, urgency: 4 });
    assert.ok(purge.name === 'DLMessageStatusResponse' && purge.status === -1);
    await phone.finish();
  });
  await ended;
  assert.ok(facts.some((fact) => fact.type === 'note' && fact.code === 'message.unknown'));
});

test('an empty list of files is answered like any other', async () => {
  const { ended } = await conversation(async (phone) => {
    await phone.say(encodePhoneMessage({ name: 'DLMessageDownloadFiles', paths: [], progress: 0 }));
    assert.deepEqual(await phone.raw(4), Buffer.alloc(4));
    const answer = await phone.answer();
    assert.ok(answer.name === 'DLMessageStatusResponse' && answer.status === 0);
    await phone.finish();
  });
  await ended;
});

test('a missing file is said to be missing, and the ones after it are sent', async () => {
  const { ended } = await conversation(
    async (phone) => {
      const paths = [`${UDID}/Status.plist`, `${UDID}/Manifest.plist`];
      await phone.say(encodePhoneMessage({ name: 'DLMessageDownloadFiles', paths, progress: 0 }));
      const sent = Buffer.concat([
        nameBlock(`${UDID}/Status.plist`),
        errorBlock(BlockCode.localError, 'No such file or directory'),
        nameBlock(`${UDID}/Manifest.plist`),
        dataHeader(5),
        Buffer.from('plist'),
        endBlock(),
        noMoreFiles(),
      ]);
      assert.deepEqual(await phone.raw(sent.length), sent);
      const answer = await phone.answer();
      assert.ok(answer.name === 'DLMessageStatusResponse' && answer.status === -13);
      await phone.finish();
    },
    async (destination) => {
      await mkdir(join(destination, UDID));
      await writeFile(join(destination, UDID, 'Manifest.plist'), 'plist');
    },
  );
  await ended;
});

test('files go to the phone in blocks of 32 KiB at most: larger ones get its backup daemon killed', async () => {
  const size = 3 * 32768 + 7;
  const { ended } = await conversation(
    async (phone) => {
      const path = `${UDID}/Manifest.db`;
      await phone.say(encodePhoneMessage({ name: 'DLMessageDownloadFiles', paths: [path], progress: 0 }));
      await phone.raw(4 + path.length);
      const lengths: number[] = [];
      for (let left = size; left > 0; ) {
        const length = (await phone.raw(4)).readUInt32BE(0) - 1;
        await phone.raw(1 + length);
        lengths.push(length);
        left -= length;
      }
      assert.deepEqual(lengths, [32768, 32768, 32768, 7]);
      await phone.raw(5 + 4);
      await phone.answer();
      await phone.finish();
    },
    async (destination) => {
      await mkdir(join(destination, UDID));
      await writeFile(join(destination, UDID, 'Manifest.db'), Buffer.alloc(size, 1));
    },
  );
  await ended;
});

test('a file the phone cannot read is named, and a harmless one known as such', async () => {
  const { ended, facts } = await conversation(async (phone) => {
    const unreadable = (devicePath: string) => [
      nameBlock(devicePath),
      nameBlock(`${UDID}/Snapshot/ab/ab12`),
      errorBlock(BlockCode.remoteError, 'Input/output error (5)'),
    ];
    const answer = await phone.upload(
      ...unreadable('/var/mobile/Media/DCIM/100APPLE/IMG_0001.HEIC'),
      ...unreadable(`${APP_FOLDER}/Documents/diary.db`),
      ...unreadable('/var/mobile/Library/FileProvider/backup/backup_manifest.db'),
    );
    assert.ok(answer.name === 'DLMessageStatusResponse' && answer.status === 0);
    await phone.finish();
  });
  await ended;
  const skipped = facts.flatMap((fact) => (fact.type === 'file.skipped' ? [fact.file] : []));
  assert.deepEqual(
    skipped.map(({ domain, path, harmless }) => ({ domain, path, harmless })),
    [
      { domain: 'CameraRollDomain', path: 'Media/DCIM/100APPLE/IMG_0001.HEIC', harmless: false },
      { domain: 'AppDomain-org.example.notes', path: 'Documents/diary.db', harmless: false },
      { domain: 'HomeDomain', path: 'Library/FileProvider/backup/backup_manifest.db', harmless: true },
    ],
  );
});

test('a run that is ended while it lets the phone wait does end', async () => {
  const asked = Promise.withResolvers<void>();
  const gate = new (class extends Gate {
    override pressure(): Promise<void> | undefined {
      asked.resolve();
      return super.pressure();
    }
  })();
  using _held = gate.close();
  const stop = new AbortController();
  const { ended } = await conversation(
    async (say) => {
      const answered = say.upload(...file(`${UDID}/0a/0a01`));
      await asked.promise;
      stop.abort(new Error('stopped'));
      await answered.catch(() => undefined);
    },
    undefined,
    { gate, signal: stop.signal },
  );
  await assert.rejects(ended, /stopped/);
});
