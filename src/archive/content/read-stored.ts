import { createHash, type Decipheriv, type Hash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { systemCodeOf } from '../../kit/errors.ts';
import { openKey } from '../../wire/class-keys.ts';
import { WireError } from '../../wire/errors.ts';
import { decryptFile, encryptedSize } from '../../wire/file-cipher.ts';
import type { ClassKeys } from '../../wire/keybag.ts';
import type { MbFile } from '../../wire/mbfile.ts';

/** What is wrong with a file, apart from whose it is. `other-size`: known already from comparing sizes. */
export type ReadProblem =
  | { readonly kind: 'missing' }
  | { readonly kind: 'linked' }
  | { readonly kind: 'digest-mismatch' }
  | { readonly kind: 'other-size' }
  | { readonly kind: 'unreadable'; readonly errno: string }
  | { readonly kind: 'undecryptable'; readonly reason: 'key' | 'padding' | 'size' };

/** Large enough to keep the calls few, small enough to stay in the processor's cache from cipher to hash. */
const PIECE_BYTES = 128 * 1024;
const SHA1_BYTES = 20;

/** Reads stored files with plain calls into one buffer: made for a thread of its own. */
export class StoredReader {
  readonly #classKeys: ClassKeys | undefined;
  readonly #onBytes: (bytes: number) => void;
  readonly #buffer = Buffer.allocUnsafe(PIECE_BYTES);

  constructor(classKeys: ClassKeys | undefined, onBytes: (bytes: number) => void) {
    this.#classKeys = classKeys;
    this.#onBytes = onBytes;
  }

  /**
   * Reads a file to its end: decrypts it, compares its digest if there is one, and hands its contents over in pieces,
   * each of which is good until the next one.
   */
  read(physical: string, file: MbFile, onPiece: (piece: Uint8Array) => void): ReadProblem | undefined {
    let decipher: Decipheriv | undefined;
    try {
      if (this.#classKeys) decipher = decipherOf(file, this.#classKeys);
    } catch (thrown) {
      if (thrown instanceof WireError) return { kind: 'undecryptable', reason: 'key' };
      throw thrown;
    }
    try {
      return this.#readWith(physical, file, decipher, onPiece);
    } catch (thrown) {
      const errno = systemCodeOf(thrown);
      if (errno === undefined) throw thrown;
      if (errno === 'ENOENT') return { kind: 'missing' };
      return errno === 'ELOOP' ? { kind: 'linked' } : { kind: 'unreadable', errno };
    }
  }

  #readWith(
    physical: string,
    file: MbFile,
    decipher: Decipheriv | undefined,
    onPiece: (piece: Uint8Array) => void,
  ): ReadProblem | undefined {
    using stored = openStored(physical);
    if (stored.size !== (decipher ? encryptedSize(file.size) : file.size)) return { kind: 'other-size' };
    const hash = hashFor(file);
    let clearBytes = 0;
    const give = (piece: Uint8Array): void => {
      clearBytes += piece.length;
      if (piece.length > 0) onPiece(piece);
    };
    for (;;) {
      const bytes = readSync(stored.descriptor, this.#buffer, 0, PIECE_BYTES, null);
      if (bytes === 0) break;
      const piece = this.#buffer.subarray(0, bytes);
      hash?.update(piece);
      give(decipher ? decipher.update(piece) : piece);
      this.#onBytes(bytes);
    }
    if (hash && !hash.digest().equals(file.digest ?? Buffer.alloc(0))) return { kind: 'digest-mismatch' };
    if (!decipher) return undefined;
    const last = lastOf(decipher);
    if (!last) return { kind: 'undecryptable', reason: 'padding' };
    give(last);
    return clearBytes === file.size ? undefined : { kind: 'undecryptable', reason: 'size' };
  }
}

interface Stored extends Disposable {
  readonly descriptor: number;
  readonly size: number;
}

function openStored(physical: string): Stored {
  const descriptor = openSync(physical, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  try {
    const { size } = fstatSync(descriptor);
    return { descriptor, size, [Symbol.dispose]: () => closeSync(descriptor) };
  } catch (thrown) {
    closeSync(descriptor);
    throw thrown;
  }
}

function decipherOf({ encryptionKey }: MbFile, classKeys: ClassKeys): Decipheriv {
  if (!encryptionKey) throw new WireError('wire.keybag', 'a file without a key');
  return decryptFile(openKey(classKeys, encryptionKey));
}

/** Newer phones may use longer digests, of which nobody has written down what they are of. */
function hashFor({ digest }: MbFile): Hash | undefined {
  return digest?.length === SHA1_BYTES ? createHash('sha1') : undefined;
}

function lastOf(decipher: Decipheriv): Buffer | undefined {
  try {
    return decipher.final();
  } catch {
    return undefined; // the padding is wrong: with a key that fits, the file's end is damaged
  }
}
