import { type BackupSize, sizeOfBackup } from '../../app/places/backup-size.ts';
import type { FoundBackup } from '../../app/places/found-backup.ts';

/** How large backups are that nobody checked lately: counted one after the other in the background, and told when known. */
export class Sizes {
  readonly #life: AbortSignal;
  readonly #known = new Map<string, BackupSize>();
  readonly #waiting = new Set<string>();
  #counting: Promise<void> = Promise.resolve();

  constructor(life: AbortSignal) {
    this.#life = life;
  }

  /** Undefined until it is counted, which begins when it is first asked for. */
  of(backup: FoundBackup): BackupSize | undefined {
    const state = `${backup.id} ${backup.at?.toISOString() ?? ''}`;
    const known = this.#known.get(state);
    if (known || this.#waiting.has(state)) return known;
    this.#waiting.add(state);
    this.#counting = this.#counting.then(() => this.#count(state, backup.path));
    return undefined;
  }

  async #count(state: string, path: string): Promise<void> {
    const size = await sizeOfBackup(path, this.#life).catch(() => undefined);
    this.#waiting.delete(state);
    if (size) this.#known.set(state, size);
  }
}
