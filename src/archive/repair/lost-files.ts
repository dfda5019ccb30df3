import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { measure } from '../../vault/overlay/find.ts';
import { pathIn } from '../backup-files.ts';
import type { Access, Bench } from './bench.ts';
import type { KeptCopy } from './kept-copies.ts';
import { keyFits } from './key-fits.ts';
import { clearKept } from './manifest-database.ts';
import { counted, type Mend, type Repair, verb } from './mend.ts';
import { type FileRow, filesUnder, PREFIXES, rowFor, storedSizeOf, storedSizes } from './stored-sizes.ts';

/** Files that are missing, or not as long as the list of files says. A row without its file ends a restore with 205. */
export const lostFiles: Repair = {
  id: 'lost-files',
  async mend(bench) {
    const access = await bench.access();
    const clear = await bench.clearManifest(access);
    if (clear === undefined) return [];
    using database = new DatabaseSync(clear);
    const lost = await misfitsOf(bench, database, access.state === 'keys');
    if (lost.length === 0) return [];
    using earlier = new EarlierFiles(bench, access);
    const remove = database.prepare('DELETE FROM Files WHERE rowid = ?');
    const update = database.prepare('UPDATE Files SET file = ? WHERE rowid = ?');
    const back: string[] = [];
    const gone: string[] = [];
    for (const { row, size } of lost) {
      bench.signal?.throwIfAborted();
      const path = pathIn(`${row.fileId.slice(0, 2)}/${row.fileId}`);
      const found = await earlier.find(row.fileId);
      if (size !== NOTHING) await bench.draft.remove(path);
      if (found) {
        bench.draft.adopt(path, found.physical);
        update.run(found.blob, row.rowid);
        back.push(nameOf(row));
      } else {
        remove.run(row.rowid);
        gone.push(nameOf(row));
      }
    }
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    database.close();
    await bench.adoptManifest(clear, access);
    return [mendOf(back, gone)];
  },
};

interface Misfit {
  readonly row: FileRow;
  /** Bytes that lie there; -1 for something that is not a file, NOTHING for nothing. */
  readonly size: number;
}

const NOTHING = -2;

/** Rows of a manifest in the clear whose file is not there with the size they say. */
export async function misfitsOf(bench: Bench, database: DatabaseSync, encrypted: boolean): Promise<Misfit[]> {
  const misfits: Misfit[] = [];
  for (const prefix of PREFIXES) {
    bench.signal?.throwIfAborted();
    const sizes = await storedSizes(bench.draft.view, prefix);
    for (const row of filesUnder(database, prefix)) {
      const size = sizes.get(row.fileId);
      if (size === undefined || size !== storedSizeOf(row.file, encrypted))
        misfits.push({ row, size: size ?? NOTHING });
    }
  }
  return misfits;
}

/** Files as earlier states of the backup had them, which the vault keeps, newest first. */
class EarlierFiles implements Disposable {
  readonly #bench: Bench;
  readonly #access: Access;
  readonly #manifests = new Map<number, DatabaseSync | undefined>();

  constructor(bench: Bench, access: Access) {
    this.#bench = bench;
    this.#access = access;
  }

  async find(fileId: string): Promise<{ physical: string; blob: Uint8Array } | undefined> {
    for (const copy of this.#bench.kept) {
      const physical = join(copy.past, fileId.slice(0, 2), fileId);
      const stats = await measure(physical);
      if (!stats?.isFile()) continue;
      const manifest = await this.#manifestOf(copy);
      const row = manifest && rowFor(manifest, fileId);
      if (!row || stats.size !== storedSizeOf(row.file, this.#access.state === 'keys')) continue;
      if (this.#access.state === 'keys' && !(await keyFits(physical, row.file, this.#access.classKeys)))
        continue;
      return { physical, blob: row.file };
    }
    return undefined;
  }

  [Symbol.dispose](): void {
    for (const database of this.#manifests.values()) database?.close();
  }

  async #manifestOf(copy: KeptCopy): Promise<DatabaseSync | undefined> {
    if (!this.#manifests.has(copy.number)) {
      const path = await clearKept(this.#bench, this.#access, copy);
      this.#manifests.set(
        copy.number,
        path === undefined ? undefined : new DatabaseSync(path, { readOnly: true }),
      );
    }
    return this.#manifests.get(copy.number);
  }
}

function nameOf({ domain, relativePath }: FileRow): string {
  return `${domain} ${relativePath}`;
}

function mendOf(back: readonly string[], gone: readonly string[]): Mend {
  const all = back.length + gone.length;
  const changes = [
    back.length > 0 ? `Brings ${counted(back.length, 'file')} back as an earlier state had them.` : '',
    gone.length > 0
      ? `Takes ${counted(gone.length, 'entry')} out of the list, so that the phone accepts the others.`
      : '',
  ];
  const loses = [
    back.length > 0 ? 'What changed in the files brought back since that earlier state.' : '',
    gone.length > 0 ? `${counted(gone.length, 'file')}; what is left of them is set aside.` : '',
  ];
  return {
    kind: 'mend',
    id: lostFiles.id,
    finds: `${counted(all, 'file')} ${verb(all, 'is', 'are')} missing or not as long as the list of files says.`,
    changes: changes.filter((text) => text !== '').join(' '),
    loses: loses.filter((text) => text !== '').join(' '),
    files: gone,
  };
}
