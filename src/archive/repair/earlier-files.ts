import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { measure } from '../../vault/overlay/find.ts';
import type { Access, Bench } from './bench.ts';
import type { KeptCopy } from './kept-copies.ts';
import { keyFits } from './key-fits.ts';
import { clearKept } from './manifest-database.ts';
import { rowFor, storedSizeOf } from './stored-sizes.ts';

/** Files as earlier states of the backup had them, which the vault keeps, newest first. */
export class EarlierFiles implements Disposable {
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
