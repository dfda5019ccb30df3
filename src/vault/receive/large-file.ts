import { type FileHandle, mkdir, open, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { systemCodeOf } from '../../kit/errors.ts';
import { FILE_MODE, FOLDER_MODE, WRITE_FLAGS } from '../disk/store.ts';

/** One write. */
const BLOCK_BYTES = 1024 * 1024;
/** Blocks kept for the next large file. */
const KEPT_BLOCKS = 8;

/**
 * Blocks that were written and can be filled again. The pieces a file arrives in are copied into them and die at
 * once: kept until the disk has them, hundreds of megabytes would grow old in the collector's care, which costs more
 * than the copy.
 */
const spareBlocks: Buffer[] = [];

/** So many bytes of a block are filled and not written yet. */
interface Block {
  readonly memory: Buffer;
  filled: number;
}

/**
 * A file too large to be gathered: written while it arrives, a block at a time, asynchronously. `push` never waits;
 * whoever feeds it watches `onWritten` and slows down.
 */
export class LargeFile {
  /** Resolves when the file is whole and closed, or nothing of it left; rejects with what went wrong. */
  readonly done: Promise<'whole' | 'cancelled'>;
  readonly #onWritten: (bytes: number) => void;
  #full: Block[] = [];
  #filling: Block = newBlock();
  #ended = false;
  #cancelled = false;
  #failed = false;
  #wake: (() => void) | undefined;

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
    for (let at = 0; at < chunk.length; ) {
      const taken = chunk.copy(this.#filling.memory, this.#filling.filled, at);
      this.#filling.filled += taken;
      at += taken;
      if (this.#filling.filled === BLOCK_BYTES) this.#blockIsFull();
    }
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
      this.#drop();
      return 'cancelled';
    } catch (thrown) {
      await file.close().catch(() => undefined);
      await unlink(path).catch(() => undefined);
      return this.#fail(thrown);
    }
  }

  async #copyTo(file: FileHandle): Promise<void> {
    for (let at = 0; !this.#cancelled; ) {
      const block = this.#full.shift() ?? (this.#ended ? this.#last() : undefined);
      if (block) {
        await writeFully(file, block.memory.subarray(0, block.filled), at).finally(() => {
          this.#onWritten(block.filled);
          giveBack(block);
        });
        at += block.filled;
      } else if (this.#ended) return;
      else {
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
      }
    }
  }

  #blockIsFull(): void {
    this.#full.push(this.#filling);
    this.#filling = newBlock();
    this.#wake?.();
  }

  /** What is left when nothing more will come. */
  #last(): Block | undefined {
    if (this.#filling.filled === 0) return undefined;
    const block = this.#filling;
    this.#filling = { memory: Buffer.alloc(0), filled: 0 };
    return block;
  }

  #drop(): void {
    for (const { filled } of [...this.#full, this.#filling]) this.#onWritten(filled);
    this.#full = [];
    this.#filling.filled = 0;
  }

  #fail(thrown: unknown): never {
    this.#failed = true;
    this.#drop();
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

function newBlock(): Block {
  return { memory: spareBlocks.pop() ?? Buffer.allocUnsafeSlow(BLOCK_BYTES), filled: 0 };
}

function giveBack({ memory }: Block): void {
  if (spareBlocks.length < KEPT_BLOCKS) spareBlocks.push(memory);
}

/** A short write is not the end: what stopped it shows at the next one. */
async function writeFully(file: FileHandle, bytes: Buffer, at: number): Promise<void> {
  for (let written = 0; written < bytes.length; ) {
    written += (await file.write(bytes, written, bytes.length - written, at + written)).bytesWritten;
  }
}
