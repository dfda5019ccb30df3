import { stat } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { type BackupPath, childPath, fileNameOf, nameOf, ROOT } from '../vault/backup-path.ts';
import type { BackupView, Entry } from '../vault/backup-view.ts';
import { openSource, type Source } from '../vault/source.ts';
import { pathIn } from './backup-files.ts';

const MANIFEST = pathIn('Manifest.db');
const PREFIX = /^[0-9a-f]{2}$/;

/** A backup's files as far as another Manifest.db names them, and that database in the place of the backup's own. */
export class ReducedView implements BackupView, Disposable {
  readonly #base: BackupView;
  readonly #stored: string;
  readonly #database: DatabaseSync;
  readonly #find: ReturnType<DatabaseSync['prepare']>;

  /** `clear`: the database to look into; `stored`: the one to show, encrypted where the backup is. */
  constructor(base: BackupView, manifest: { readonly clear: string; readonly stored: string }) {
    this.#base = base;
    this.#stored = manifest.stored;
    this.#database = new DatabaseSync(manifest.clear, { readOnly: true });
    this.#find = this.#database.prepare('SELECT 1 FROM Files WHERE fileID = ? AND flags = 1');
  }

  async stat(path: BackupPath): Promise<Entry | undefined> {
    if (path === MANIFEST) return await this.#manifestEntry();
    return this.#holds(path) ? await this.#base.stat(path) : undefined;
  }

  async list(path: BackupPath): Promise<readonly Entry[]> {
    const entries = (await this.#base.list(path)).filter(({ name }) => this.#holds(childPath(path, name)));
    if (path !== ROOT) return entries;
    return [...entries.filter(({ name }) => name !== nameOf(MANIFEST)), await this.#manifestEntry()];
  }

  async open(path: BackupPath): Promise<Source | undefined> {
    if (path === MANIFEST) return await openSource(this.#stored);
    return this.#holds(path) ? await this.#base.open(path) : undefined;
  }

  async physicalPath(path: BackupPath): Promise<string | undefined> {
    if (path === MANIFEST) return this.#stored;
    return this.#holds(path) ? await this.#base.physicalPath(path) : undefined;
  }

  async *walk(from: BackupPath = ROOT): AsyncGenerator<Entry & { readonly path: BackupPath }> {
    for (const entry of await this.list(from)) {
      const path = childPath(from, entry.name);
      yield { ...entry, path };
      if (entry.kind === 'folder') yield* this.walk(path);
    }
  }

  [Symbol.dispose](): void {
    this.#database.close();
  }

  /** What describes the backup, its folders, and the files the database names. */
  #holds(path: BackupPath): boolean {
    const file = fileNameOf(path);
    if (file !== undefined) return path === file && this.#find.get(nameOf(path)) !== undefined;
    return !path.includes('/') && (path === ROOT || PREFIX.test(path) || path.endsWith('.plist'));
  }

  async #manifestEntry(): Promise<Entry> {
    const { size, mtime } = await stat(this.#stored);
    return { name: nameOf(MANIFEST), kind: 'file', size, modified: mtime };
  }
}
