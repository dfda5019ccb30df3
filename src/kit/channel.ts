import type { Duplex } from 'node:stream';
import { ByteReader } from './byte-reader.ts';
import { ThawError } from './errors.ts';

/** What may wait unread before the other side is slowed down. */
const HIGH_WATER_BYTES = 1024 * 1024;

/** One connection: bytes in through a reader with back-pressure, bytes out, and a certain end. */
export class Channel implements AsyncDisposable {
  readonly reader: ByteReader;
  /** Resolves when the connection is gone, whatever ended it. */
  readonly closed: Promise<void>;
  readonly #duplex: Duplex;
  readonly #onData: (chunk: Buffer) => void;
  readonly #onEnd: () => void;
  readonly #onError: (error: Error) => void;
  #failure: Error | undefined;

  constructor(duplex: Duplex) {
    this.#duplex = duplex;
    this.reader = new ByteReader((buffered) => {
      if (buffered >= HIGH_WATER_BYTES) duplex.pause();
      else if (duplex.isPaused()) duplex.resume();
    });
    this.#onData = (chunk) => this.reader.push(chunk);
    this.#onEnd = () => this.reader.end();
    this.#onError = (error) => {
      this.#failure = error;
      this.reader.end(error);
    };
    this.closed = new Promise((resolve) => duplex.once('close', resolve));
    duplex
      .on('data', this.#onData)
      .on('end', this.#onEnd)
      .on('close', this.#onEnd)
      .on('error', this.#onError);
  }

  /** Hands bytes to the connection; resolves at once unless it is congested. Rejects when the connection is gone. */
  async write(data: Uint8Array): Promise<void> {
    if (this.#failure || !this.#duplex.writable) throw this.#gone();
    if (this.#duplex.write(data)) return;
    await new Promise<void>((resolve, reject) => {
      const settle = (finish: () => void) => (): void => {
        this.#duplex.off('drain', onDrain).off('close', onClose);
        finish();
      };
      const onDrain = settle(resolve);
      const onClose = settle(() => reject(this.#gone()));
      this.#duplex.once('drain', onDrain).once('close', onClose);
    });
  }

  /** As `write`, and resolves only when the connection needs the memory no more. */
  async writeOut(data: Uint8Array): Promise<void> {
    if (this.#failure || !this.#duplex.writable) throw this.#gone();
    await new Promise<void>((resolve, reject) => {
      const onClose = (): void => reject(this.#gone());
      this.#duplex.once('close', onClose).write(data, (error) => {
        this.#duplex.off('close', onClose);
        if (error) reject(this.#gone());
        else resolve();
      });
    });
  }

  /** Gives the stream away, for a TLS upgrade; what was received and not read goes with it. */
  release(): Duplex {
    this.#duplex
      .off('data', this.#onData)
      .off('end', this.#onEnd)
      .off('close', this.#onEnd)
      .off('error', this.#onError);
    this.#duplex.pause();
    const unread = this.reader.take(this.reader.buffered);
    if (unread?.length) this.#duplex.unshift(unread);
    return this.#duplex;
  }

  /** Sends what is still to be sent, says goodbye, and resolves when the connection is gone; at once on abort. */
  async close(signal?: AbortSignal): Promise<void> {
    const destroy = (): void => this.destroy();
    signal?.addEventListener('abort', destroy, { once: true });
    if (!this.#duplex.destroyed) this.#duplex.end(destroy);
    await this.closed;
    signal?.removeEventListener('abort', destroy);
  }

  /** Ends the connection at once. */
  destroy(): void {
    this.#duplex.destroy();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.destroy();
    await this.closed;
  }

  #gone(): ThawError {
    return new ThawError('stream.failed', 'the connection is gone', { cause: this.#failure });
  }
}
