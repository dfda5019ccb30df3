import { createHash, type Decipheriv, type Hash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { systemCodeOf } from '../../kit/errors.ts';
import { openKey } from '../../wire/class-keys.ts';
import { WireError } from '../../wire/errors.ts';
import { decryptEnd, decryptFile, decryptStart, encryptedSize } from '../../wire/file-cipher.ts';
import type { ClassKeys } from '../../wire/keybag.ts';
import type { MbFile } from '../../wire/mbfile.ts';
import { LastBytes } from './last-bytes.ts';

/** What is wrong with a file, apart from whose it is. `other-size`: known already from comparing sizes. */
export type ReadProblem =
  | { readonly kind: 'missing' }
  | { readonly kind: 'linked' }
  | { readonly kind: 'digest-mismatch' }
  | { readonly kind: 'other-size' }
  | { readonly kind: 'unreadable'; readonly errno: string }
  | { readonly kind: 'undecryptable'; readonly reason: 'key' | 'padding' };

/** Takes pieces of a file's contents, each of which is good until the next one. */
export type TakePiece = (piece: Uint8Array) => void;
/** Is shown how a file's contents begin, and says whether it wants all of them. */
export type Begin = (head: Uint8Array) => TakePiece | undefined;

/** Large enough to keep the calls few, small enough to stay in the processor's cache from the disk to the hash. */
const PIECE_BYTES = 256 * 1024;
/** Whole blocks, enough to tell a file's form. */
const HEAD_BYTES = 4096;
/** Two blocks. */
const TAIL_BYTES = 32;
const SHA1_BYTES = 20;

/** Reads stored files with plain calls into one buffer: made for a thread of its own. */
export class StoredReader {
  readonly #classKeys: ClassKeys | undefined;
  readonly #onBytes: (bytes: number) => void;
  readonly #buffer = Buffer.allocUnsafeSlow(PIECE_BYTES);

  constructor(classKeys: ClassKeys | undefined, onBytes: (bytes: number) => void) {
    this.#classKeys = classKeys;
    this.#onBytes = onBytes;
  }

  /**
   * Reads every byte of a stored file, compares its digest if there is one, and that it decrypts to its end. Decrypts
   * all of it only when `begin` wants the contents: in CBC nothing between a file's beginning and its end can fail.
   */
  read(physical: string, file: MbFile, begin: Begin): ReadProblem | undefined {
    try {
      const key = this.#classKeys && keyOf(file, this.#classKeys);
      return this.#readWith(physical, file, key, begin);
    } catch (thrown) {
      if (thrown instanceof WireError) return { kind: 'undecryptable', reason: 'key' };
      const errno = systemCodeOf(thrown);
      if (errno === undefined) throw thrown;
      if (errno === 'ENOENT') return { kind: 'missing' };
      return errno === 'ELOOP' ? { kind: 'linked' } : { kind: 'unreadable', errno };
    }
  }

  #readWith(physical: string, file: MbFile, key: Buffer | undefined, begin: Begin): ReadProblem | undefined {
    using stored = openStored(physical);
    if (stored.size !== (key ? encryptedSize(file.size) : file.size)) return { kind: 'other-size' };
    const hash = hashFor(file);
    const tail = new LastBytes(TAIL_BYTES);
    let take: TakePiece | undefined;
    let decipher: Decipheriv | undefined;
    for (let at = 0; ; ) {
      const bytes = readSync(stored.descriptor, this.#buffer, 0, PIECE_BYTES, null);
      if (bytes === 0) break;
      const piece = this.#buffer.subarray(0, bytes);
      if (at === 0) {
        take = begin(headOf(piece, file, key));
        if (take && key) decipher = decryptFile(key);
      }
      hash?.update(piece);
      if (key) tail.push(piece);
      take?.(decipher ? decipher.update(piece) : piece);
      at += bytes;
      this.#onBytes(bytes);
    }
    if (hash && !hash.digest().equals(file.digest ?? Buffer.alloc(0))) return { kind: 'digest-mismatch' };
    const end = key && decryptEnd(key, tail.bytes);
    if (key && end?.length !== file.size % 16) return { kind: 'undecryptable', reason: 'padding' };
    if (decipher) take?.(decipher.final());
    return undefined;
  }
}

function headOf(piece: Buffer, { size }: MbFile, key: Buffer | undefined): Buffer {
  const head = piece.subarray(0, HEAD_BYTES);
  return (key ? decryptStart(key, head) : head).subarray(0, size);
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

function keyOf({ encryptionKey }: MbFile, classKeys: ClassKeys): Buffer {
  if (!encryptionKey) throw new WireError('wire.keybag', 'a file without a key');
  return openKey(classKeys, encryptionKey);
}

/** Newer phones may use longer digests, of which nobody has written down what they are of. */
function hashFor({ digest }: MbFile): Hash | undefined {
  return digest?.length === SHA1_BYTES ? createHash('sha1') : undefined;
}
