import { type FileHandle, mkdir, open, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { systemCodeOf } from '../../kit/errors.ts';
import { FILE_MODE, FOLDER_MODE, WRITE_FLAGS } from '../disk/store.ts';

/** Gathered before it is worth a write. */
const WRITE_BYTES = 1024 * 1024;

/**
 * A file too large to be gathered: written while it arrives, in large asynchronous writes straight from the pieces
 * it came in. `push` never waits; whoever feeds it watches `onWritten` and slows down.
 */
export class LargeFile {
  /** Resolves when the file is whole and closed, or nothing of it left; rejects with what went wrong. */
  readonly done: Promise<'whole' | 'cancelled'>;
  readonly #onWritten: (bytes: number) => void;
  #chunks: Buffer[] = [];
  #gathered = 0;
  #ended = false;
  #cancelled = false;
  #failed = false;
  #wake: (() => void) | undefined;
  /** Where the last piece lies that had the beginning of its memory. */
  #ownMemory: ArrayBufferLike | undefined;

  constructor(path: string, onWritten: (bytes: number) => void) {
    this.#onWritten = onWritten;
    this.done = this.#write(path);
    this.done.catch(() => undefined);
  }

  push(chunk: Buffer): void {
    if (this.#failed || this.#cancelled) {
      this.#onWritten(chunk.length);
      return;
    }
    this.#chunks.push(chunk);
    this.#gathered += chunk.length;
    if (this.#gathered >= WRITE_BYTES) this.#wake?.();
  }

  end(): void {
    this.#ended = true;
    this.#wake?.();
  }

  /** Ends it without a file. */
  cancel(): void {
    this.#cancelled = true;
    this.end();
  }

  async #write(path: string): Promise<'whole' | 'cancelled'> {
    const file = await openMakingFolder(path).catch((thrown: unknown) => this.#fail(thrown));
    try {
      await this.#copyTo(file);
      // A network share may keep its bad news until here.
      await file.close();
      if (!this.#cancelled) return 'whole';
      await unlink(path);
      this.#onWritten(this.#take().bytes);
      return 'cancelled';
    } catch (thrown) {
      await file.close().catch(() => undefined);
      await unlink(path).catch(() => undefined);
      return this.#fail(thrown);
    }
  }

  async #copyTo(file: FileHandle): Promise<void> {
    for (let at = 0; !this.#cancelled; ) {
      if (this.#gathered < WRITE_BYTES && !this.#ended) {
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
        continue;
      }
      if (this.#gathered === 0) return;
      const { chunks, bytes } = this.#take();
      await writeFully(file, chunks, at).finally(() => {
        this.#onWritten(bytes);
        this.#giveBack(chunks);
      });
      at += bytes;
    }
  }

  #take(): { chunks: Buffer[]; bytes: number } {
    const taken = { chunks: this.#chunks, bytes: this.#gathered };
    this.#chunks = [];
    this.#gathered = 0;
    return taken;
  }

  /**
   * Frees memory whose beginning and end were this file's, and written, so that nobody else can want it. To the
   * collector these pieces are next to nothing: it would let tens of megabytes of them lie.
   */
  #giveBack(chunks: readonly Buffer[]): void {
    for (const { buffer, byteOffset, byteLength } of chunks) {
      if (byteOffset === 0) this.#ownMemory = buffer;
      const isLast = byteOffset + byteLength === buffer.byteLength;
      if (isLast && buffer === this.#ownMemory && buffer instanceof ArrayBuffer) buffer.transfer(0);
    }
  }

  #fail(thrown: unknown): never {
    this.#failed = true;
    this.#onWritten(this.#take().bytes);
    throw thrown;
  }
}

async function openMakingFolder(path: string): Promise<FileHandle> {
  try {
    return await open(path, WRITE_FLAGS, FILE_MODE);
  } catch (thrown) {
    if (systemCodeOf(thrown) !== 'ENOENT') throw thrown;
    await makeFolder(dirname(path));
    return await open(path, WRITE_FLAGS, FILE_MODE);
  }
}

async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { mode: FOLDER_MODE });
  } catch (thrown) {
    // The disk thread may be quicker.
    if (systemCodeOf(thrown) !== 'EEXIST') throw thrown;
  }
}

/** A short write is not the end: what stopped it shows at the next one. */
async function writeFully(file: FileHandle, chunks: Buffer[], at: number): Promise<void> {
  let rest = chunks;
  let position = at;
  for (;;) {
    const { bytesWritten } = await file.writev(rest, position);
    position += bytesWritten;
    rest = after(rest, bytesWritten);
    if (rest.length === 0) return;
  }
}

function after(chunks: Buffer[], bytes: number): Buffer[] {
  let skip = bytes;
  const index = chunks.findIndex((chunk) => {
    if (chunk.length > skip) return true;
    skip -= chunk.length;
    return false;
  });
  if (index < 0) return [];
  const [first, ...others] = chunks.slice(index);
  return first ? [first.subarray(skip), ...others] : [];
}
