import { WireError } from './errors.ts';

/** What Manifest.mbdb, the list of files before iOS 10, says of a file, folder or link. */
export interface MbdbRecord {
  readonly domain: string;
  readonly path: string;
  /** Where a link points. */
  readonly target?: string;
  /** SHA-1 of the contents. */
  readonly dataHash?: Uint8Array;
  /** u32le class and the wrapped key, as later in MBFile. */
  readonly encryptionKey?: Uint8Array;
  /** POSIX, with the type. */
  readonly mode: number;
  readonly inode: number;
  readonly userId: number;
  readonly groupId: number;
  /** Unix seconds, as the next two. */
  readonly lastModified: number;
  readonly lastAccessed: number;
  readonly lastStatusChange: number;
  readonly size: number;
  readonly protectionClass: number;
  /** Extended attributes. */
  readonly properties: readonly (readonly [name: Uint8Array, value: Uint8Array])[];
}

/** What the list begins with. */
export const MBDB_MAGIC: Buffer = Buffer.from('mbdb\x05\x00', 'latin1');
/** In place of a length: no string. */
const NONE = 0xffff;
/** mode, inode, user, group, three times, size, class, count of properties. */
const FIXED_BYTES = 2 + 8 + 5 * 4 + 8 + 1 + 1;

/**
 * Reads a Manifest.mbdb as it comes in. Memory is bounded by the longest record the format allows, some 33 MB.
 * Throws WireError 'wire.mbdb'.
 */
export class MbdbReader {
  #rest: Buffer = Buffer.alloc(0);
  #begun = false;

  /** The records that are complete with this piece. */
  *push(piece: Uint8Array): Generator<MbdbRecord> {
    for (const { record } of this.entries(piece)) yield record;
  }

  /** The same, each with its bytes: a list without some of its records is the bytes of the others. */
  *entries(piece: Uint8Array): Generator<{ readonly record: MbdbRecord; readonly bytes: Uint8Array }> {
    this.#rest = Buffer.concat([this.#rest, piece]);
    let at = 0;
    if (!this.#begun) {
      if (this.#rest.length < MBDB_MAGIC.length) return;
      if (!this.#rest.subarray(0, MBDB_MAGIC.length).equals(MBDB_MAGIC))
        throw new WireError('wire.mbdb', 'no Manifest.mbdb');
      this.#begun = true;
      at = MBDB_MAGIC.length;
    }
    for (;;) {
      const end = endOfRecord(this.#rest, at);
      if (end === undefined) break;
      const bytes = this.#rest.subarray(at, end);
      at = end;
      yield { record: new Fields(bytes).record(), bytes };
    }
    this.#rest = this.#rest.subarray(at);
  }

  /** After the last piece: throws when it ended in the middle of something. */
  end(): void {
    if (!this.#begun || this.#rest.length > 0) throw new WireError('wire.mbdb', 'Manifest.mbdb is cut off');
  }
}

/** Undefined when the record is not all there yet. */
function endOfRecord(bytes: Buffer, start: number): number | undefined {
  let at: number | undefined = start;
  for (let field = 0; field < 5; field += 1) at = endOfText(bytes, at);
  if (at === undefined || at + FIXED_BYTES > bytes.length) return undefined;
  at += FIXED_BYTES;
  for (let texts = bytes.readUInt8(at - 1) * 2; texts > 0; texts -= 1) at = endOfText(bytes, at);
  return at;
}

function endOfText(bytes: Buffer, at: number | undefined): number | undefined {
  if (at === undefined || at + 2 > bytes.length) return undefined;
  const length = bytes.readUInt16BE(at);
  const end = at + 2 + (length === NONE ? 0 : length);
  return end <= bytes.length ? end : undefined;
}

/** The fields of one whole record, in order. */
class Fields {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  record(): MbdbRecord {
    const domain = this.#data();
    const path = this.#data();
    const target = this.#data();
    const dataHash = this.#data();
    const encryptionKey = this.#data();
    return {
      domain: domain?.toString() ?? '',
      path: path?.toString() ?? '',
      ...(target && target.length > 0 && { target: target.toString() }),
      ...(dataHash && dataHash.length > 0 && { dataHash }),
      ...(encryptionKey && encryptionKey.length > 0 && { encryptionKey }),
      mode: this.#number(2),
      inode: this.#inode(),
      userId: this.#number(4),
      groupId: this.#number(4),
      lastModified: this.#number(4),
      lastAccessed: this.#number(4),
      lastStatusChange: this.#number(4),
      size: this.#size(),
      protectionClass: this.#number(1),
      properties: Array.from({ length: this.#number(1) }, () => [this.#text(), this.#text()] as const),
    };
  }

  #number(width: number): number {
    const value = this.#bytes.readUIntBE(this.#at, width);
    this.#at += width;
    return value;
  }

  /** No more than a label, so one too large for a number is none. */
  #inode(): number {
    const inode = this.#long();
    return Number.isSafeInteger(inode) ? inode : 0;
  }

  #long(): number {
    const value = Number(this.#bytes.readBigUInt64BE(this.#at));
    this.#at += 8;
    return value;
  }

  #size(): number {
    const size = this.#long();
    if (Number.isSafeInteger(size)) return size;
    throw new WireError('wire.mbdb', 'Manifest.mbdb: a file of an impossible size');
  }

  #text(): Buffer {
    return this.#data() ?? Buffer.alloc(0);
  }

  #data(): Buffer | undefined {
    const length = this.#number(2);
    if (length === NONE) return undefined;
    const data = Buffer.from(this.#bytes.subarray(this.#at, this.#at + length));
    this.#at += length;
    return data;
  }
}
