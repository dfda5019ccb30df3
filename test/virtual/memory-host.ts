import { Channel } from '../../src/kit/channel.ts';
import { ThawError } from '../../src/kit/errors.ts';
import type { VirtualPhone } from '../../src/virtual/phone.ts';
import { mobilebackup2 } from '../../src/virtual/services/mobilebackup2.ts';
import { encodeHostMessage, type HostMessage } from '../../src/wire/devicelink/host-message.ts';
import { PartParser } from '../../src/wire/devicelink/part-parser.ts';
import {
  BlockCode,
  dataHeader,
  endBlock,
  errorBlock,
  nameBlock,
  noMoreFiles,
} from '../../src/wire/devicelink/parts.ts';
import { decodePhoneMessage, type PhoneMessage } from '../../src/wire/devicelink/phone-message.ts';
import type { PlistDict, PlistInput } from '../../src/wire/plist/value.ts';
import { Real } from '../../src/wire/plist/value.ts';
import { encodeFrame, readFrame } from '../../src/wire/plist-frame.ts';
import { socketPair } from './socket-pair.ts';

type Order<Name extends PhoneMessage['name']> = Extract<PhoneMessage, { name: Name }>;

/** A computer that holds backups in memory and does what the phone says; a test may make it behave oddly. */
export class MemoryHost {
  /** By path below the backup root. */
  readonly files = new Map<string, Buffer>();
  /** Texts of the files the phone said it could not read, by path. */
  readonly unreadable = new Map<string, string>();
  /** What the phone asked for, in order. */
  readonly asked: PhoneMessage[] = [];
  freeBytes = 1_000_000_000_000;
  blockBytes = 32_768;
  /** Answers a message in its own way: with this status. Called after the message's files were read. */
  status: (message: PhoneMessage) => number = () => 0;
  readonly #channel: Channel;
  readonly #service: Promise<void>;

  private constructor(channel: Channel, service: Promise<void>) {
    this.#channel = channel;
    this.#service = service;
  }

  /** Connects to the phone's backup service, without the lockdown and TLS that would come before. */
  static async connect(phone: VirtualPhone): Promise<MemoryHost> {
    const [near, far] = await socketPair();
    const link = phone.cable.carry('com.apple.mobilebackup2');
    link.signal.addEventListener('abort', () => far.destroy(), { once: true });
    const channel = new Channel(far);
    const service = mobilebackup2({ phone, channel, signal: link.signal })
      .catch((error: unknown) => {
        if (!link.signal.aborted) throw error;
      })
      .finally(() => {
        link[Symbol.dispose]();
        channel.destroy();
      });
    return new MemoryHost(new Channel(near), service);
  }

  /** Opens the conversation, asks for one thing, and gives the phone's Response; undefined when it hung up. */
  async request(message: { readonly [key: string]: PlistInput }): Promise<PlistDict | undefined> {
    await this.#next();
    await this.#say({ name: 'DLMessageVersionExchange', major: 400 });
    await this.#next();
    await this.#process({ MessageName: 'Hello', SupportedProtocolVersions: [new Real(2.0), new Real(2.1)] });
    await this.#next();
    this.asked.length = 0;
    await this.#process(message);
    return await this.#serve();
  }

  /** Says goodbye; rejects when the phone's end failed in a way of its own. */
  async leave(): Promise<void> {
    await this.#say({ name: 'DLMessageDisconnect' }).catch(gone);
    await this.#service;
    this.#channel.destroy();
  }

  async #serve(): Promise<PlistDict | undefined> {
    for (let message = await this.#next(); message; message = await this.#next()) {
      if (message.name === 'DLMessageProcessMessage') return message.message;
      this.asked.push(message);
      const payload = await this.#obey(message);
      await this.#say({ name: 'DLMessageStatusResponse', status: this.status(message), payload });
    }
    return undefined;
  }

  async #obey(message: PhoneMessage): Promise<PlistInput> {
    switch (message.name) {
      case 'DLMessageDownloadFiles':
        await this.#send(message);
        return {};
      case 'DLMessageUploadFiles':
        await this.#take();
        return {};
      case 'DLMessageGetFreeDiskSpace':
        return this.freeBytes;
      case 'DLContentsOfDirectory':
        return this.#list(message.path);
      case 'DLMessageMoveItems':
        for (const [from, to] of message.pairs) this.#move(from, to);
        return {};
      case 'DLMessageRemoveItems':
        for (const path of message.paths) for (const name of this.#within(path)) this.files.delete(name);
        return {};
      default:
        return {};
    }
  }

  async #send({ paths }: Order<'DLMessageDownloadFiles'>): Promise<void> {
    for (const path of paths) {
      await this.#channel.write(nameBlock(path));
      const bytes = this.files.get(path);
      for (let at = 0; bytes && at < bytes.length; at += this.blockBytes) {
        const block = bytes.subarray(at, at + this.blockBytes);
        await this.#channel.write(Buffer.concat([dataHeader(block.length), block]));
      }
      await this.#channel.write(
        bytes ? endBlock() : errorBlock(BlockCode.localError, 'No such file or directory'),
      );
    }
    await this.#channel.write(noMoreFiles());
  }

  async #take(): Promise<void> {
    let path = '';
    let pieces: Buffer[] = [];
    const parser = new PartParser(2, {
      file: (names) => {
        path = names[1] ?? '';
        pieces = [];
      },
      data: (bytes) => void pieces.push(bytes),
      end: (code, text) => {
        this.files.set(path, Buffer.concat(pieces));
        if (code !== BlockCode.end) this.unreadable.set(path, text);
      },
    });
    while (!parser.done) {
      const chunk = await this.#channel.reader.readSome();
      if (!chunk) return;
      this.#channel.reader.unread(parser.push(chunk));
    }
  }

  #list(folder: string): PlistInput {
    const entries = new Map<string, PlistInput>();
    for (const path of this.#within(folder)) {
      const [name = '', ...below] = path.slice(folder.length + 1).split('/');
      const size = below.length > 0 ? 0 : (this.files.get(path)?.length ?? 0);
      const type = below.length > 0 ? 'DLFileTypeDirectory' : 'DLFileTypeRegular';
      entries.set(name, { DLFileType: type, DLFileSize: size, DLFileModificationDate: new Date(0) });
    }
    return entries;
  }

  #move(from: string, to: string): void {
    for (const path of this.#within(from)) {
      this.files.set(to + path.slice(from.length), this.files.get(path) ?? Buffer.alloc(0));
      this.files.delete(path);
    }
  }

  #within(path: string): string[] {
    return [...this.files.keys()].filter((name) => name === path || name.startsWith(`${path}/`));
  }

  /** Undefined when the phone hung up. */
  async #next(): Promise<PhoneMessage | undefined> {
    const frame = await readFrame(this.#channel.reader).catch(gone);
    return frame === undefined ? undefined : decodePhoneMessage(frame);
  }

  #process(message: PlistInput): Promise<void> {
    return this.#say({ name: 'DLMessageProcessMessage', message });
  }

  async #say(message: HostMessage): Promise<void> {
    await this.#channel.write(encodeFrame(encodeHostMessage(message), 'binary'));
  }
}

function gone(error: unknown): undefined {
  if (error instanceof ThawError && error.code.startsWith('stream.')) return undefined;
  throw error;
}
