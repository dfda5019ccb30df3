import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { decodeMbFile, type MbFile } from '../../wire/mbfile.ts';
import type { ContentEntry } from './content-source.ts';

/** One thing that a backup's Manifest.db names. */
export interface BackupRow {
  readonly fileId: string;
  readonly domain: string;
  readonly relativePath: string;
  readonly kind: ContentEntry['kind'];
  readonly file: MbFile;
}

/** What a file without a class of its own is encrypted under. */
const UNPROTECTED = 4;
const KINDS: ReadonlyMap<number, ContentEntry['kind']> = new Map([
  [1, 'file'],
  [2, 'folder'],
  [4, 'symlink'],
]);

/** The rows of a Manifest.db in the clear, read as they are asked for: a backup may have a million. */
export class BackupRows implements Disposable, Iterable<BackupRow> {
  readonly #db: DatabaseSync;
  readonly #row: StatementSync;
  readonly #rowids: Float64Array;

  /** With `isThere`, without the files it does not know. Throws the database's error when the file is none. */
  constructor(path: string, isThere: (fileId: string) => boolean = () => true) {
    this.#db = new DatabaseSync(path, { readOnly: true });
    const rows = this.#db
      .prepare('SELECT rowid AS row, fileID, flags FROM Files WHERE flags IN (1, 2, 4) ORDER BY rowid')
      .iterate()
      .filter(({ fileID, flags }) => flags !== 1 || isThere(String(fileID)));
    this.#rowids = Float64Array.from(rows, ({ row }) => Number(row));
    this.#row = this.#db.prepare(
      'SELECT fileID, domain, relativePath, flags, file FROM Files WHERE rowid = ?',
    );
  }

  get count(): number {
    return this.#rowids.length;
  }

  /** Throws WireError when the row makes no sense. */
  at(index: number): BackupRow {
    const { fileID, domain, relativePath, flags, file } = this.#row.get(this.#rowids[index] ?? -1) ?? {};
    const kind = KINDS.get(Number(flags));
    if (!kind || !(file instanceof Uint8Array)) throw new RangeError(`no row ${index} among ${this.count}`);
    const place = { domain: String(domain), relativePath: String(relativePath) };
    return { ...place, fileId: String(fileID), kind, file: decodeMbFile(file) };
  }

  *[Symbol.iterator](): Generator<BackupRow> {
    for (let index = 0; index < this.count; index += 1) yield this.at(index);
  }

  [Symbol.dispose](): void {
    this.#db.close();
  }
}

/** The row as something on a phone. */
export function entryOf({ domain, relativePath, kind, file }: BackupRow): ContentEntry {
  return {
    domain,
    relativePath,
    kind,
    size: kind === 'file' ? file.size : 0,
    mode: file.mode,
    modified: file.lastModified,
    birth: file.birth,
    protectionClass: kind === 'file' ? file.protectionClass || UNPROTECTED : 0,
    inode: file.inode,
    ...(file.target !== undefined && { target: file.target }),
  };
}
