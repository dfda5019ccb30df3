import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PIECE_BYTES = 1024 * 1024;

/**
 * The flash of a virtual phone: one nameless file that holds whatever the phone was given, so that a restore of
 * gigabytes needs no memory. What is removed leaves a hole; all of it goes with the process.
 */
export class Spool implements Disposable {
  #file: number | undefined;
  #end = 0;

  /** A new, empty body. Several may grow at the same time. */
  newBody(): SpooledBody {
    return new SpooledBody(this);
  }

  /** Keeps the bytes and says where. */
  append(bytes: Uint8Array): number {
    this.#file ??= openNameless();
    const offset = this.#end;
    for (let at = 0; at < bytes.length; )
      at += writeSync(this.#file, bytes, at, bytes.length - at, offset + at);
    this.#end += bytes.length;
    return offset;
  }

  read(offset: number, length: number): Uint8Array {
    const bytes = Buffer.allocUnsafe(length);
    if (this.#file === undefined || readSync(this.#file, bytes, 0, length, offset) !== length) {
      throw new RangeError(`the spool holds no ${length} bytes at ${offset}`);
    }
    return bytes;
  }

  [Symbol.dispose](): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }
}

/** Bytes of one file, wherever its pieces came to lie. */
export class SpooledBody {
  readonly #spool: Spool;
  readonly #extents: { offset: number; length: number }[] = [];
  #size = 0;

  constructor(spool: Spool) {
    this.#spool = spool;
  }

  get size(): number {
    return this.#size;
  }

  append(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    const offset = this.#spool.append(bytes);
    const last = this.#extents.at(-1);
    if (last && last.offset + last.length === offset) last.length += bytes.length;
    else this.#extents.push({ offset, length: bytes.length });
    this.#size += bytes.length;
  }

  *bytes(): Generator<Uint8Array> {
    for (const { offset, length } of this.#extents) {
      for (let at = 0; at < length; at += PIECE_BYTES) {
        yield this.#spool.read(offset + at, Math.min(PIECE_BYTES, length - at));
      }
    }
  }
}

function openNameless(): number {
  const folder = mkdtempSync(join(tmpdir(), 'thaw-virtual-'));
  try {
    return openSync(join(folder, 'spool'), 'wx+', 0o600);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
