import type { OpenBackup } from '../../archive/open-backup.ts';
import { isoOf } from './iso.ts';
import type { FileToRead } from './questions.ts';

/** A browser downloads a few files at a time. Whoever wants more makes the oldest end. */
const MOST_OPEN = 32;
/** What crosses to the other thread at once: small pieces would cost more to hand over than to read. */
const PIECE = 1024 * 1024;

interface OpenFile {
  readonly pieces: AsyncIterator<Uint8Array>;
  readonly stop: AbortController;
}

/** Files of a backup that are being read, piece by piece as they are asked for. */
export class FileReadings implements AsyncDisposable {
  readonly #backup: OpenBackup;
  readonly #open = new Map<number, OpenFile>();
  #last = 0;

  constructor(backup: OpenBackup) {
    this.#backup = backup;
  }

  /** Null for what is no file of the backup. */
  async open(fileId: string): Promise<FileToRead | null> {
    const entry = this.#backup.entry(fileId);
    if (entry?.kind !== 'file') return null;
    const [oldest] = this.#open.keys();
    if (oldest !== undefined && this.#open.size >= MOST_OPEN) await this.shut(oldest);
    this.#last += 1;
    const stop = new AbortController();
    const pieces = inPieces(this.#backup.read(entry, stop.signal))[Symbol.asyncIterator]();
    this.#open.set(this.#last, { pieces, stop });
    const name = entry.relativePath.slice(entry.relativePath.lastIndexOf('/') + 1);
    return { reading: this.#last, name, bytes: entry.size, modified: isoOf(entry.modified) };
  }

  /** The next piece; null at the end. Rejects as reading a file of a backup does. */
  async piece(reading: number): Promise<Uint8Array | null> {
    const file = this.#open.get(reading);
    if (!file) return null;
    const next = await file.pieces.next();
    if (next.done !== true) return next.value;
    this.#open.delete(reading);
    return null;
  }

  async shut(reading: number): Promise<null> {
    const file = this.#open.get(reading);
    this.#open.delete(reading);
    file?.stop.abort();
    await file?.pieces.return?.();
    return null;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.allSettled([...this.#open.keys()].map((reading) => this.shut(reading)));
  }
}

async function* inPieces(chunks: AsyncIterable<Buffer>): AsyncGenerator<Uint8Array> {
  let gathered: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    // What is read may be overwritten by the next read.
    gathered.push(Buffer.from(chunk));
    bytes += chunk.length;
    if (bytes < PIECE) continue;
    yield Buffer.concat(gathered);
    [gathered, bytes] = [[], 0];
  }
  if (bytes > 0) yield Buffer.concat(gathered);
}
