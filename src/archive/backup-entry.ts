import { WireError } from '../wire/errors.ts';
import { decodeMbFile } from '../wire/mbfile.ts';
import type { ManifestRow } from './manifest-db.ts';

/** A file, folder or link that was on the phone, as the backup's manifest names it. */
export interface BackupEntry {
  /** 40 hex digits, the name of the file in the backup. */
  readonly fileId: string;
  readonly domain: string;
  /** Below the domain's root, without a leading slash; empty for the root itself. */
  readonly relativePath: string;
  readonly kind: 'file' | 'folder' | 'link';
  /** Bytes on the phone. */
  readonly size: number;
  readonly modified: Date;
  readonly created: Date;
  /** POSIX, with the type. */
  readonly mode: number;
  readonly protectionClass: number;
  /** u32le class and the wrapped key. May stand in plain backups too, where it means nothing. */
  readonly encryptionKey?: Uint8Array;
  /** SHA-1 of the file as it is stored. */
  readonly digest?: Uint8Array;
  /** Where a link points. */
  readonly target?: string;
}

const KINDS: ReadonlyMap<number, BackupEntry['kind']> = new Map([
  [1, 'file'],
  [2, 'folder'],
  [4, 'link'],
]);
const FILE_ID = /^[0-9a-f]{40}$/;

/** Undefined when the row makes no sense: damage to one row is not damage to the others. */
export function entryOf(row: ManifestRow): BackupEntry | undefined {
  const { fileId, domain, relativePath } = row;
  const kind = KINDS.get(row.flags);
  if (!kind || !FILE_ID.test(fileId)) return undefined;
  try {
    const file = decodeMbFile(row.file);
    if (file.size < 0) return undefined;
    return {
      ...{ fileId, domain, relativePath, kind },
      size: kind === 'file' ? file.size : 0,
      modified: new Date(file.lastModified * 1000),
      created: new Date(file.birth * 1000),
      mode: file.mode,
      protectionClass: file.protectionClass,
      ...(file.encryptionKey && { encryptionKey: file.encryptionKey }),
      ...(file.digest && { digest: file.digest }),
      ...(file.target !== undefined && { target: file.target }),
    };
  } catch (thrown) {
    if (thrown instanceof WireError) return undefined;
    throw thrown;
  }
}
