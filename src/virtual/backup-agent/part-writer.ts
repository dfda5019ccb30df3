import type { Channel } from '../../kit/channel.ts';
import { BLOCK_DATA_BYTES, BlockCode, MAX_NAME_BYTES } from '../../wire/devicelink/parts.ts';

/** Bytes per write to the connection: what a write costs is spread over many small files or many blocks. */
const WRITE_BYTES = 1024 * 1024;
/** No socket takes this much at once: when such a write resolves it has copied the bytes, and their buffer is free. */
const SURELY_CONGESTED_BYTES = 512 * 1024;
const HEADER_BYTES = 5;

/**
 * Writes the raw parts of DLMessageUploadFiles. Small files are gathered into one write, large ones are cut into the
 * blocks Apple's daemon sends.
 */
export class PartWriter {
  readonly #channel: Channel;
  /** One is filled while the other is on its way. New ones for every write would cost more than the encryption. */
  #buffer = Buffer.allocUnsafeSlow(WRITE_BYTES);
  #spare = Buffer.allocUnsafeSlow(WRITE_BYTES);
  #filled = 0;
  #writing: Promise<void> = Promise.resolve();

  constructor(channel: Channel) {
    this.#channel = channel;
  }

  /** The file's name on the phone, which only informs, and the path below the backup root where it goes. */
  async begin(devicePath: string, backupPath: string): Promise<void> {
    await this.#room(2 * (4 + MAX_NAME_BYTES));
    this.#name(devicePath);
    this.#name(backupPath);
  }

  async data(bytes: Uint8Array): Promise<void> {
    for (let at = 0; at < bytes.length; ) {
      const length = Math.min(BLOCK_DATA_BYTES, bytes.length - at);
      await this.#room(HEADER_BYTES + length);
      this.#header(length, BlockCode.data);
      this.#buffer.set(bytes.subarray(at, at + length), this.#filled);
      this.#filled += length;
      at += length;
    }
  }

  async end(): Promise<void> {
    await this.#room(HEADER_BYTES);
    this.#header(0, BlockCode.end);
  }

  /** In place of the end: the phone could not read the file, or not to its end. */
  async unreadable(text: string): Promise<void> {
    const bytes = Buffer.from(text);
    await this.#room(HEADER_BYTES + bytes.length);
    this.#header(bytes.length, BlockCode.remoteError);
    this.#buffer.set(bytes, this.#filled);
    this.#filled += bytes.length;
  }

  /** No more files: everything goes out. */
  async finish(): Promise<void> {
    await this.#room(4);
    this.#number(0);
    await this.flush();
  }

  /** Sends what waits, so that a conversation that is cut here is cut here for the computer too. */
  async flush(): Promise<void> {
    await this.#writing;
    if (this.#filled === 0) return;
    const waiting = this.#buffer.subarray(0, this.#filled);
    this.#filled = 0;
    if (waiting.length < SURELY_CONGESTED_BYTES) {
      await this.#channel.write(Buffer.from(waiting));
      return;
    }
    [this.#buffer, this.#spare] = [this.#spare, this.#buffer];
    this.#writing = this.#channel.write(waiting);
    // Whoever writes next hears of it.
    this.#writing.catch(() => undefined);
  }

  async #room(bytes: number): Promise<void> {
    if (this.#filled + bytes > WRITE_BYTES) await this.flush();
  }

  #name(name: string): void {
    const length = this.#buffer.write(name, this.#filled + 4);
    this.#number(length);
    this.#filled += length;
  }

  #header(length: number, code: number): void {
    this.#number(length + 1);
    this.#buffer[this.#filled] = code;
    this.#filled += 1;
  }

  #number(value: number): void {
    this.#filled = this.#buffer.writeUInt32BE(value, this.#filled);
  }
}
