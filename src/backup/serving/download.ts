import { messageOf, systemCodeOf } from '../../kit/errors.ts';
import {
  BLOCK_DATA_BYTES,
  BlockCode,
  dataHeader,
  endBlock,
  errorBlock,
  nameBlock,
  noMoreFiles,
} from '../../wire/devicelink/parts.ts';
import { STATUS_MULTIPLE, STATUS_OK, statusOfSystemCode } from '../../wire/devicelink/status.ts';
import type { PlistInput } from '../../wire/plist/value.ts';
import type { Reading } from './reading.ts';

/** What is gathered before it is handed to the connection: many small blocks, one write. */
const WRITE_BYTES = 512 * 1024;

/** A file that could not be sent, by the system's code of what was in the way. */
export interface Unsent {
  readonly path: string;
  readonly code: string;
}

/**
 * Sends the files the phone asks for (its own earlier Status and Manifest, or all of a backup in a restore).
 * A file that is not there is said so, and the others follow; an empty list is answered like any other. Gives those
 * that could not be sent.
 */
export async function sendFiles(reading: Reading, paths: readonly string[]): Promise<readonly Unsent[]> {
  const { link } = reading;
  const unsent: Unsent[] = [];
  const failures = new Map<string, PlistInput>();
  const out = new Gathered((bytes) => link.write(bytes));
  for (const path of paths) {
    await out.add(nameBlock(path));
    try {
      await sendFile(reading, path, out);
    } catch (thrown) {
      const code = systemCodeOf(thrown);
      if (code === undefined) throw thrown;
      const text = textOf(code, thrown);
      unsent.push({ path, code });
      failures.set(path, { DLFileErrorString: text, DLFileErrorCode: statusOfSystemCode(code) });
      await out.add(errorBlock(BlockCode.localError, text));
    }
  }
  await out.add(noMoreFiles());
  await out.flush();
  if (failures.size === 0) await link.answer(STATUS_OK);
  else await link.answer(STATUS_MULTIPLE, 'Multi status', failures);
  return unsent;
}

async function sendFile(reading: Reading, path: string, out: Gathered): Promise<void> {
  const { progress } = reading;
  await using source = await reading.open(path);
  if (!source) throw Object.assign(new Error('No such file or directory'), { code: 'ENOENT' });
  for await (const chunk of source.lent(BLOCK_DATA_BYTES)) {
    await out.add(dataHeader(chunk.length));
    await out.add(chunk);
    progress.sent(chunk.length);
  }
  await out.add(endBlock());
  progress.fileSent(path);
}

function textOf(code: string, thrown: unknown): string {
  return code === 'ENOENT' ? 'No such file or directory' : messageOf(thrown);
}

/**
 * Small pieces on their way to the connection, a few hundred kilobytes at a time, in one memory that is used again:
 * what is left for the collector to free, it frees tens of megabytes later.
 */
class Gathered {
  readonly #write: (bytes: Uint8Array) => Promise<void>;
  readonly #memory = Buffer.allocUnsafeSlow(WRITE_BYTES);
  #filled = 0;

  /** `write` must be done with the bytes when it resolves. */
  constructor(write: (bytes: Uint8Array) => Promise<void>) {
    this.#write = write;
  }

  async add(piece: Uint8Array): Promise<void> {
    for (let at = 0; at < piece.length; ) {
      const part = piece.subarray(at, at + WRITE_BYTES - this.#filled);
      this.#memory.set(part, this.#filled);
      this.#filled += part.length;
      at += part.length;
      if (this.#filled === WRITE_BYTES) await this.flush();
    }
  }

  async flush(): Promise<void> {
    await this.#write(this.#memory.subarray(0, this.#filled));
    this.#filled = 0;
  }
}
