import type { OpenBackup } from '../../archive/open-backup.ts';
import { AppDatabase } from '../../archive/read/database/app-database.ts';

/** The databases of a backup's apps, each opened when it is first wanted and kept until all are released. */
export class AppDatabases implements AsyncDisposable {
  readonly #backup: OpenBackup;
  readonly #opened = new AsyncDisposableStack();
  readonly #known = new Map<string, Promise<AppDatabase | undefined>>();

  constructor(backup: OpenBackup) {
    this.#backup = backup;
  }

  /** Undefined when the backup does not hold it. Rejects with `archive.damaged`, or as reading a file does. */
  get(place: { readonly domain: string; readonly path: string }): Promise<AppDatabase | undefined> {
    const key = `${place.domain} ${place.path}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const opening = this.#open(place);
    this.#known.set(key, opening);
    return opening;
  }

  async #open({ domain, path }: { readonly domain: string; readonly path: string }) {
    const opened = await this.#backup.openDatabase(domain, path);
    return opened && new AppDatabase(this.#opened.use(opened).database);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.allSettled(this.#known.values());
    await this.#opened.disposeAsync();
  }
}
