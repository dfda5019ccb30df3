import { ThawError } from './errors.ts';

interface Waiting {
  readonly bytes: number;
  readonly wake: () => void;
}

/**
 * Bytes that arrive in pieces, read in whatever sizes a protocol wants. One side pushes, one side reads.
 * Reads that are already satisfied cost no promise and, within one piece, no copy: this is the hot path.
 */
export class ByteReader {
  #chunks: Buffer[] = [];
  #length = 0;
  #ended = false;
  #error: Error | undefined;
  #waiting: Waiting | undefined;
  #taking: ((piece: Buffer | undefined) => void) | undefined;
  readonly #onDemand: ((buffered: number) => void) | undefined;

  /** `onDemand` is told, after every change, how many bytes wait here: the feeder slows or goes on by it. */
  constructor(onDemand?: (buffered: number) => void) {
    this.#onDemand = onDemand;
  }

  /** Bytes that arrived and were not read yet. */
  get buffered(): number {
    return this.#length;
  }

  push(chunk: Buffer): void {
    if (chunk.length === 0) return;
    if (this.#taking) {
      this.#taking(chunk);
      return;
    }
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    if (this.#waiting && this.#length < this.#waiting.bytes) {
      // A reader that wants more than the feeder's high-water mark must not wait for ever.
      this.#onDemand?.(0);
      return;
    }
    this.#wake();
    this.#onDemand?.(this.#length);
  }

  /** No more bytes will come; with an error when the stream broke rather than ended. */
  end(error?: Error): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#error = error;
    this.#taking?.(undefined);
    this.#wake();
  }

  /** Gives bytes back, to be read first. */
  unread(bytes: Buffer): void {
    if (bytes.length === 0) return;
    this.#chunks.unshift(bytes);
    this.#length += bytes.length;
  }

  /** Exactly `n` bytes if they are already here. */
  take(n: number): Buffer | undefined {
    if (this.#length < n) return undefined;
    if (n === 0) return Buffer.alloc(0);
    const first = this.#chunks[0];
    if (first === undefined) return undefined;
    if (first.length > n) {
      this.#chunks[0] = first.subarray(n);
      this.#consumed(n);
      return first.subarray(0, n);
    }
    if (first.length === n) {
      this.#chunks.shift();
      this.#consumed(n);
      return first;
    }
    return this.#gather(n);
  }

  /** Exactly `n` bytes; rejects with `stream.ended` when the stream ends before. */
  async read(n: number, signal?: AbortSignal): Promise<Buffer> {
    for (;;) {
      const bytes = this.take(n);
      if (bytes) return bytes;
      if (this.#ended) throw this.#endError(n);
      await this.#more(n, signal);
    }
  }

  /** The next piece as it arrived, if one is here. */
  takeSome(): Buffer | undefined {
    const chunk = this.#chunks.shift();
    if (chunk) this.#consumed(chunk.length);
    return chunk;
  }

  /** The next piece; undefined at the orderly end of the stream. */
  async readSome(signal?: AbortSignal): Promise<Buffer | undefined> {
    for (;;) {
      const chunk = this.takeSome();
      if (chunk) return chunk;
      if (this.#error) throw this.#endError(1);
      if (this.#ended) return undefined;
      await this.#more(1, signal);
    }
  }

  /**
   * Gives every piece to `take` the moment it comes, without a promise for each, until it has enough; resolves then.
   * Rejects with what `take` throws, and with `stream.ended` when the stream ends before.
   */
  async each(take: (piece: Buffer) => 'more' | 'enough'): Promise<void> {
    for (let piece = this.takeSome(); piece; piece = this.takeSome()) if (take(piece) === 'enough') return;
    if (this.#ended) throw this.#endError(1);
    await new Promise<void>((resolve, reject) => {
      this.#taking = (piece) => {
        try {
          if (!piece) throw this.#endError(1);
          if (take(piece) === 'more') return;
          resolve();
        } catch (thrown) {
          reject(thrown);
        }
        this.#taking = undefined;
      };
      this.#onDemand?.(0);
    });
  }

  #gather(n: number): Buffer {
    const whole = Buffer.allocUnsafe(n);
    let filled = 0;
    let used = 0;
    for (const chunk of this.#chunks) {
      const part = Math.min(chunk.length, n - filled);
      chunk.copy(whole, filled, 0, part);
      filled += part;
      if (part < chunk.length) {
        this.#chunks[used] = chunk.subarray(part);
        break;
      }
      used += 1;
      if (filled === n) break;
    }
    this.#chunks.splice(0, used);
    this.#consumed(n);
    return whole;
  }

  #consumed(n: number): void {
    this.#length -= n;
    this.#onDemand?.(this.#length);
  }

  #more(bytes: number, signal?: AbortSignal): Promise<void> {
    if (this.#waiting || this.#taking) throw new Error('two readers on one stream');
    return new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(signal.reason);
        return;
      }
      const onAbort = (): void => {
        this.#waiting = undefined;
        reject(signal?.reason);
      };
      this.#waiting = {
        bytes,
        wake: () => {
          signal?.removeEventListener('abort', onAbort);
          resolve();
        },
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      this.#onDemand?.(0);
    });
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.wake();
  }

  #endError(wanted: number): ThawError {
    if (this.#error) {
      return new ThawError('stream.failed', `the connection broke: ${this.#error.message}`, {
        cause: this.#error,
      });
    }
    return new ThawError('stream.ended', `the connection ended with ${this.#length} of ${wanted} bytes`);
  }
}
