import { DatabaseSync } from 'node:sqlite';

/** True when the file is a sound database with a table of files: the computer may have handed over anything. */
export function isManifest(path: string): boolean {
  try {
    using db = new DatabaseSync(path);
    db.prepare('SELECT fileID, domain, relativePath, flags, file FROM Files LIMIT 1').get();
    const { quick_check: verdict } = db.prepare('PRAGMA quick_check(1)').get() ?? {};
    return verdict === 'ok';
  } catch {
    return false;
  }
}

/** Read through the system's own cache: comparing goes through the rows in no order, and SQLite's cache is small. */
const MAPPED_BYTES = 2 ** 31;

/** Questions to one of the phone's own manifests, alone or beside an older one. */
export class ManifestReader implements Disposable {
  readonly #db: DatabaseSync;
  readonly #hasOld: boolean;

  constructor(path: string, oldPath?: string) {
    this.#db = new DatabaseSync(path);
    this.#hasOld = oldPath !== undefined;
    if (oldPath !== undefined) this.#db.prepare('ATTACH ? AS old').run(oldPath);
    this.#db.exec(`PRAGMA mmap_size = ${MAPPED_BYTES}`);
  }

  /** Slots of the files that are new or not as they were; without an older manifest, of all. */
  changed(): number[] {
    const rows = this.#db.prepare(this.#changed('f.rowid AS row'));
    return Array.from(rows.iterate(), ({ row }) => Number(row) - 1);
  }

  /** fileIDs of these. */
  changedFileIds(): string[] {
    const rows = this.#db.prepare(this.#changed('f.fileID AS id'));
    return Array.from(rows.iterate(), ({ id }) => String(id));
  }

  /** The slot of a file that is as it was in the older manifest. */
  unchanged(fileId: string): number | undefined {
    const same =
      'SELECT f.rowid AS row FROM main.Files f JOIN old.Files o USING (fileID) WHERE fileID = ? AND o.file = f.file';
    const found = this.#db.prepare(same).get(fileId);
    return found ? Number(found['row']) - 1 : undefined;
  }

  /** fileIDs of the files that are only in the older manifest. */
  vanished(): string[] {
    if (!this.#hasOld) return [];
    const still = 'SELECT 1 FROM main.Files f WHERE f.fileID = o.fileID AND f.flags = 1';
    const rows = this.#db.prepare(
      `SELECT o.fileID AS id FROM old.Files o WHERE o.flags = 1 AND NOT EXISTS (${still})`,
    );
    return Array.from(rows.iterate(), ({ id }) => String(id));
  }

  /** fileIDs of all files that lie in one folder of the backup. */
  inShard(shard: string): string[] {
    const rows = this.#db.prepare(
      "SELECT fileID AS id FROM main.Files WHERE fileID >= ? AND fileID < ? || 'g' AND +flags = 1",
    );
    return Array.from(rows.iterate(shard, shard), ({ id }) => String(id));
  }

  #changed(columns: string): string {
    const same = 'SELECT 1 FROM old.Files o WHERE o.fileID = f.fileID AND o.file = f.file';
    const where = this.#hasOld ? `AND NOT EXISTS (${same})` : '';
    return `SELECT ${columns} FROM main.Files f WHERE f.flags = 1 ${where} ORDER BY f.rowid`;
  }

  [Symbol.dispose](): void {
    this.#db.close();
  }
}
