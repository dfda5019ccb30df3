import type { FileFinding, PhoneFile } from '../finding.ts';

/** A file as it lies on the disk, with what the manifest says of it. */
export interface StoredPart {
  /** Where it lies. */
  readonly physical: string;
  /** Its MBFile blob. */
  readonly file: Uint8Array;
}

/** One file whose contents are to be read. */
export interface ContentTask extends StoredPart {
  readonly phoneFile: PhoneFile;
  /** The write-ahead log of a database, without which it may look damaged. */
  readonly wal?: StoredPart;
}

/** What a thread is started with. */
export interface ContentSetup {
  /** Undefined for a plain backup. */
  readonly classKeys: ReadonlyMap<number, Uint8Array> | undefined;
  /** A folder closed to others, for databases that must be decrypted to be opened. */
  readonly scratch: string;
}

export type ContentReply =
  /** Bytes read since the last reply, in the middle of the work. */
  | { readonly kind: 'read'; readonly bytes: number }
  /** A batch is through. */
  | {
      readonly kind: 'done';
      readonly files: number;
      readonly bytes: number;
      readonly findings: readonly FileFinding[];
    };
