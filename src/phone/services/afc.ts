import type { Channel } from '../../kit/channel.ts';
import type { Clock } from '../../kit/clock.ts';
import {
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
import { type PhoneCode, PhoneError } from '../errors.ts';
import { Exchanges } from '../exchanges.ts';
import type { Phone } from '../session.ts';

const ANSWER_LIMIT_MS = 30_000;
/** Pieces in which files are read and written. */
const PIECE_BYTES = 64 * 1024;
/** The files wanted from here are settings and small databases of the media library. */
const MAX_FILE_BYTES = 64 * 1024 * 1024;

const CODES: ReadonlyMap<number, PhoneCode> = new Map([
  [AfcStatus.notFound, 'phone.file-missing'],
  [AfcStatus.wouldBlock, 'phone.file-locked'],
]);

export interface AfcStat {
  readonly kind: 'file' | 'folder' | 'other';
  readonly size: number;
}

interface Request {
  readonly operation: number;
  readonly data: Uint8Array;
  readonly payload?: Uint8Array;
}

/**
 * Apple File Conduit: the phone's media folder (`/var/mobile/Media`), every path relative to it. Rejects with
 * `phone.file-missing`, `phone.file-locked` and, for any other status, `phone.file-refused`.
 */
export class Afc implements AsyncDisposable {
  readonly #channel: Channel;
  readonly #exchanges: Exchanges;
  #number = 0n;

  constructor(channel: Channel, clock: Clock) {
    this.#channel = channel;
    this.#exchanges = new Exchanges(channel, clock);
  }

  /** What is at the path. */
  async stat(path: string, signal?: AbortSignal): Promise<AfcStat> {
    const { payload } = await this.#ask(
      { operation: AfcOperation.fileInfo, data: afcStrings(path) },
      path,
      signal,
    );
    return statOf(splitAfcStrings(payload));
  }

  /** The names in a folder. */
  async list(path: string, signal?: AbortSignal): Promise<string[]> {
    const request = { operation: AfcOperation.readDirectory, data: afcStrings(path) };
    const { payload } = await this.#ask(request, path, signal);
    return splitAfcStrings(payload).filter((name) => name !== '.' && name !== '..');
  }

  /** A whole file, of 64 MiB at most. */
  readFile(path: string, signal?: AbortSignal): Promise<Buffer> {
    const read = (handle: bigint) => this.#readToEnd(handle, path, signal);
    return this.#whileOpen(path, AfcMode.read, read, signal);
  }

  /** Makes or replaces a file. */
  async writeFile(path: string, bytes: Uint8Array, signal?: AbortSignal): Promise<void> {
    const write = async (handle: bigint) => {
      for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
        const payload = bytes.subarray(at, at + PIECE_BYTES);
        const request = { operation: AfcOperation.fileWrite, data: afcNumbers(handle), payload };
        await this.#ask(request, path, signal);
      }
    };
    await this.#whileOpen(path, AfcMode.writeRead, write, signal);
  }

  /** Makes a folder; one that is there already is fine. */
  async makeFolder(path: string, signal?: AbortSignal): Promise<void> {
    await this.#ask({ operation: AfcOperation.makeDirectory, data: afcStrings(path) }, path, signal);
  }

  /** Opens a file in one of the AfcModes; gives its handle. */
  async open(path: string, mode: number, signal?: AbortSignal): Promise<bigint> {
    const data = Buffer.concat([afcNumbers(mode), afcStrings(path)]);
    const { data: answer } = await this.#ask({ operation: AfcOperation.fileOpen, data }, path, signal);
    if (answer.length < 8) throw refused(AfcStatus.unknown, path);
    return answer.readBigUInt64LE(0);
  }

  /** One of the AfcLock operations on an open file. */
  async lock(handle: bigint, lock: number, signal?: AbortSignal): Promise<void> {
    await this.#ask({ operation: AfcOperation.fileLock, data: afcNumbers(handle, lock) }, undefined, signal);
  }

  async close(handle: bigint, signal?: AbortSignal): Promise<void> {
    await this.#ask({ operation: AfcOperation.fileClose, data: afcNumbers(handle) }, undefined, signal);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#channel[Symbol.asyncDispose]();
  }

  async #whileOpen<T>(
    path: string,
    mode: number,
    work: (handle: bigint) => Promise<T>,
    signal: AbortSignal | undefined,
  ): Promise<T> {
    const handle = await this.open(path, mode, signal);
    try {
      return await work(handle);
    } finally {
      // On a connection that is gone the phone has closed the file already; what went wrong is what counts.
      await this.close(handle).catch(() => undefined);
    }
  }

  async #readToEnd(handle: bigint, path: string, signal: AbortSignal | undefined): Promise<Buffer> {
    const pieces: Buffer[] = [];
    for (let total = 0; total <= MAX_FILE_BYTES; ) {
      const data = afcNumbers(handle, PIECE_BYTES);
      const { payload } = await this.#ask({ operation: AfcOperation.fileRead, data }, path, signal);
      if (payload.length === 0) return Buffer.concat(pieces);
      pieces.push(payload);
      total += payload.length;
    }
    throw new PhoneError('phone.file-refused', `${path} is too large`, {
      facts: { path, maxBytes: MAX_FILE_BYTES },
    });
  }

  async #ask(
    request: Request,
    path: string | undefined,
    signal: AbortSignal | undefined,
  ): Promise<AfcPacket> {
    const exchange = async (limited: AbortSignal) => {
      this.#number += 1n;
      await this.#channel.write(encodeAfcPacket({ number: this.#number, ...request }));
      return await readAfcPacket(this.#channel.reader, limited);
    };
    const answer = await this.#exchanges.next(ANSWER_LIMIT_MS, exchange, signal);
    if (answer.operation !== AfcOperation.status) return answer;
    const status = answer.data.length < 8 ? AfcStatus.unknown : Number(answer.data.readBigUInt64LE(0));
    if (status !== AfcStatus.ok) throw refused(status, path);
    return answer;
  }
}

export async function openAfc(phone: Phone, signal: AbortSignal): Promise<Afc> {
  return new Afc(await phone.startService('com.apple.afc', signal), phone.clock);
}

function refused(status: number, path: string | undefined): PhoneError {
  const code = CODES.get(status) ?? 'phone.file-refused';
  return new PhoneError(code, `AFC answered ${status}`, { facts: { path, status } });
}

/** Reads the keys and values that GetFileInfo answers with, one after the other. */
function statOf(list: readonly string[]): AfcStat {
  const values = new Map<string, string>();
  for (let at = 0; at + 1 < list.length; at += 2) values.set(list[at] ?? '', list[at + 1] ?? '');
  const format = values.get('st_ifmt');
  const kind = format === 'S_IFREG' ? 'file' : format === 'S_IFDIR' ? 'folder' : 'other';
  return { kind, size: Number(values.get('st_size')) };
}
