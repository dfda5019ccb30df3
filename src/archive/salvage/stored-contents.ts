import { messageOf, systemCodeOf } from '../../kit/errors.ts';
import type { BackupPath } from '../../vault/backup-path.ts';
import type { BackupView } from '../../vault/backup-view.ts';
import { openKey } from '../../wire/class-keys.ts';
import { WireError } from '../../wire/errors.ts';
import { decryptFile } from '../../wire/file-cipher.ts';
import type { MbFile } from '../../wire/mbfile.ts';
import type { BackupKeys } from '../unlock.ts';

const READ_BYTES = 256 * 1024;
const BLOCK_BYTES = 16;

/** A file's contents as far as they can be had, and afterwards what was wrong with them. */
export class StoredContents implements AsyncIterable<Buffer> {
  /** Known when the contents are through. */
  note: string | undefined;
  readonly #view: BackupView;
  readonly #path: BackupPath;
  readonly #file: MbFile | undefined;
  readonly #keys: BackupKeys | undefined;

  /** With `keys` the file is decrypted; `file` says how long it was, and holds its key. */
  constructor(view: BackupView, path: BackupPath, file: MbFile | undefined, keys: BackupKeys | undefined) {
    this.#view = view;
    this.#path = path;
    this.#file = file;
    this.#keys = keys;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Buffer> {
    this.note = undefined;
    const size = this.#file?.size;
    let bytes = 0;
    for await (const piece of this.#keys ? this.#decrypted() : this.#stored()) {
      const part = size === undefined || !this.#keys ? piece : piece.subarray(0, Math.max(0, size - bytes));
      bytes += part.length;
      if (part.length > 0) yield part;
    }
    if (size !== undefined && bytes !== size)
      this.note ??= `it has ${bytes.toLocaleString('en')} bytes and its entry says ${size.toLocaleString('en')}`;
  }

  async *#stored(): AsyncGenerator<Buffer> {
    try {
      await using source = await this.#view.open(this.#path);
      if (source) yield* source.chunks(READ_BYTES);
    } catch (thrown) {
      const code = systemCodeOf(thrown);
      if (code === undefined) throw thrown;
      this.note = `the disk does not give all of it back (${code})`;
    }
  }

  async *#decrypted(): AsyncGenerator<Buffer> {
    const decipher = this.#decipher();
    if (!decipher) return;
    // What is cut within a block gives nothing, and padding is told by the size.
    for await (const piece of this.#stored())
      yield decipher.update(piece.subarray(0, piece.length - (piece.length % BLOCK_BYTES)));
  }

  #decipher() {
    try {
      if (this.#file?.encryptionKey && this.#keys)
        return decryptFile(openKey(this.#keys.classKeys, this.#file.encryptionKey)).setAutoPadding(false);
    } catch (thrown) {
      if (!(thrown instanceof WireError)) throw thrown;
      this.note = `its key does not open it (${messageOf(thrown)})`;
    }
    return undefined;
  }
}

/** The beginning of contents, and all of them again from the beginning; `close` for who does not want to read on. */
export async function peeked(
  contents: AsyncIterable<Buffer>,
): Promise<{ head: Buffer; whole: AsyncGenerator<Buffer>; close: () => Promise<void> }> {
  const iterator = contents[Symbol.asyncIterator]();
  const first = await iterator.next();
  const head = first.done ? Buffer.alloc(0) : first.value;
  const close = async (): Promise<void> => void (await iterator.return?.());
  async function* whole(): AsyncGenerator<Buffer> {
    try {
      if (!first.done) yield head;
      yield* { [Symbol.asyncIterator]: () => iterator };
    } finally {
      await close();
    }
  }
  return { head, whole: whole(), close };
}
