import type { Channel } from '../../kit/channel.ts';
import { decodeHostMessage, type ReceivedHostMessage } from '../../wire/devicelink/host-message.ts';
import { encodePhoneMessage, type PhoneMessage } from '../../wire/devicelink/phone-message.ts';
import { backupErrorOfStatus, STATUS_MULTIPLE, STATUS_OK } from '../../wire/devicelink/status.ts';
import { asDict, maybeIntegerIn, maybeStringIn, numberOf } from '../../wire/plist/access.ts';
import { encodeFrame, readFrame } from '../../wire/plist-frame.ts';
import type { BackupDaemon } from '../backup-daemon.ts';
import { AgentFault, AgentKilled } from '../fault.ts';
import { AgentFailure } from './failure.ts';
import { type Receiver, readParts } from './part-reader.ts';
import { PartWriter } from './part-writer.ts';

type Status = Extract<ReceivedHostMessage, { name: 'DLMessageStatusResponse' }>;
type Order = Exclude<PhoneMessage, { name: 'unknown' }>;

export interface HostFile {
  readonly folder: boolean;
  /** Bytes. */
  readonly size: number;
}

/**
 * The computer as the phone's agent uses it: a file server that does one thing at a time. Paths begin with the backup's
 * folder name. A refusal becomes an {@link AgentFailure} with the number the phone gives that refusal.
 */
export class HostLink {
  readonly #channel: Channel;
  readonly #daemon: BackupDaemon;
  readonly #signal: AbortSignal;
  readonly #parts: PartWriter;

  constructor(channel: Channel, daemon: BackupDaemon, signal: AbortSignal) {
    this.#channel = channel;
    this.#daemon = daemon;
    this.#signal = signal;
    this.#parts = new PartWriter(channel);
  }

  async send(message: Order): Promise<void> {
    await this.#channel.write(encodeFrame(encodePhoneMessage(message), 'binary'));
  }

  async receive(signal = this.#signal): Promise<ReceivedHostMessage> {
    return decodeHostMessage(await readFrame(this.#channel.reader, { signal }));
  }

  /** Bytes. */
  async freeSpace(): Promise<number> {
    const { payload } = await this.#ask(
      { name: 'DLMessageGetFreeDiskSpace' },
      'Error getting free disk space',
    );
    return numberOf(payload) ?? 0;
  }

  /** Asks for so many bytes to be freed; true if the computer says it freed some. */
  async purge(bytes: number, signal: AbortSignal): Promise<boolean> {
    await this.send({ name: 'DLMessagePurgeDiskSpace', bytes, urgency: 4 });
    return (await this.#status(signal)).status === STATUS_OK;
  }

  /** A folder that exists already is as good. */
  async createDirectory(path: string): Promise<void> {
    await this.send({ name: 'DLMessageCreateDirectory', path });
    const answer = await this.#status();
    if (backupErrorOfStatus(answer.status) !== EXISTS) this.#expectOk(answer, 'Error creating directory');
  }

  /** One level of a folder; empty if there is none. */
  async list(path: string): Promise<Map<string, HostFile>> {
    const { payload } = await this.#ask({ name: 'DLContentsOfDirectory', path }, 'Error listing directory');
    const files = new Map<string, HostFile>();
    if (payload === undefined) return files;
    for (const [name, value] of asDict(payload, 'directory listing')) {
      const facts = asDict(value, name);
      const folder = maybeStringIn(facts, 'DLFileType') === 'DLFileTypeDirectory';
      files.set(name, { folder, size: maybeIntegerIn(facts, 'DLFileSize') ?? 0 });
    }
    return files;
  }

  async move(pairs: readonly (readonly [from: string, to: string])[], progress: number): Promise<void> {
    await this.#ask({ name: 'DLMessageMoveItems', pairs, progress }, 'Error moving items');
  }

  async remove(paths: readonly string[], progress: number): Promise<void> {
    await this.#ask({ name: 'DLMessageRemoveItems', paths, progress }, 'Error removing items');
  }

  async copy(from: string, to: string): Promise<void> {
    await this.#ask({ name: 'DLMessageCopyItem', from, to }, 'Error copying item');
  }

  /**
   * Fetches files. Each path gets a receiver when its bytes begin; one the computer leaves out is told that it failed.
   * The daemon dies of a block it cannot hold.
   */
  async download(
    paths: readonly string[],
    progress: number,
    receiverOf: (path: string) => Receiver,
  ): Promise<void> {
    await this.send({ name: 'DLMessageDownloadFiles', paths, progress });
    const missing = new Set(paths);
    const limit = {
      bytes: this.#daemon.frameLimitBytes,
      tooLarge: (bytes: number) => this.#killForMemory(bytes),
    };
    const expected = (path: string): Receiver => {
      missing.delete(path);
      return receiverOf(path);
    };
    await readParts(this.#channel.reader, expected, limit, this.#signal);
    const answer = await this.#status();
    if (answer.status !== STATUS_MULTIPLE) this.#expectOk(answer, 'Error downloading files');
    for (const path of missing) receiverOf(path).failed('The computer did not send it');
  }

  /** Sends what `write` writes as one batch, and waits until the computer has it. */
  async upload(
    totalBytes: number,
    progress: number,
    write: (parts: PartWriter) => Promise<void>,
  ): Promise<void> {
    await this.send({ name: 'DLMessageUploadFiles', progress, totalBytes });
    const parts = this.#parts;
    // Even a run that ends here ends its batch first: the stream stays in step.
    const fault = await write(parts).catch(agentFault);
    await parts.finish();
    const answer = await this.#status();
    if (fault) throw fault;
    this.#expectOk(answer, 'Error uploading files');
  }

  async #ask(order: Order, failed: string): Promise<Status> {
    await this.send(order);
    const answer = await this.#status();
    this.#expectOk(answer, failed);
    return answer;
  }

  async #status(signal = this.#signal): Promise<Status> {
    const message = await this.receive(signal);
    if (message.name === 'DLMessageStatusResponse') return message;
    throw new AgentKilled(`the computer sent ${message.name} where a status was due`);
  }

  #expectOk({ status, text }: Status, failed: string): void {
    if (status === STATUS_OK) return;
    const errorCode = backupErrorOfStatus(status);
    if (errorCode === DRIVE_FULL)
      throw new AgentFailure(errorCode, 'Insufficient free disk space on drive to back up');
    const why = text || `Drive returned unexpected error code: ${-status}`;
    throw new AgentFailure(errorCode, `${failed}: ${why}`);
  }

  #killForMemory(bytes: number): never {
    this.#daemon.killForMemory(bytes);
    throw new AgentKilled(`a block of ${bytes} bytes`);
  }
}

const EXISTS = 3;
const DRIVE_FULL = 105;

function agentFault(error: unknown): AgentFault {
  if (error instanceof AgentFault) return error;
  throw error;
}
