import { type BackupPath, backupPath } from '../../vault/backup-path.ts';
import type { BackupView, Entry } from '../../vault/backup-view.ts';
import type { CopyAside } from '../../vault/copy-aside.ts';
import type { Source } from '../../vault/source.ts';
import type { DeviceLink } from '../link.ts';
import type { Progress } from '../progress.ts';
import type { Unsent } from '../serving/download.ts';
import type { Reading } from '../serving/reading.ts';

/** The backups a phone sees on this computer while it restores one of them. */
export class RestoreFiles implements Reading {
  readonly link: DeviceLink;
  readonly progress: Progress;
  /** Where the phone's own backup is copied to when it asks; undefined: it is not. */
  readonly copy: CopyAside | undefined;
  /** Contents of the backup that did not get to the phone. */
  readonly unsent: Unsent[] = [];
  /** By the names of their folders. */
  readonly #views: ReadonlyMap<string, BackupView>;

  constructor(parts: {
    link: DeviceLink;
    progress: Progress;
    views: ReadonlyMap<string, BackupView>;
    copy: CopyAside | undefined;
  }) {
    this.link = parts.link;
    this.progress = parts.progress;
    this.copy = parts.copy;
    this.#views = parts.views;
  }

  async open(path: string): Promise<Source | undefined> {
    const { view, inside } = this.#place(path);
    return await view?.open(inside);
  }

  async list(path: string): Promise<readonly Entry[]> {
    const { view, inside } = this.#place(path);
    return (await view?.list(inside)) ?? [];
  }

  /** Throws `vault.path-refused` for a path that is not plainly inside a backup, whichever. */
  #place(path: string): { view: BackupView | undefined; inside: BackupPath } {
    const [folder = ''] = path.split('/', 1);
    // As every other part, a folder that is not known must at least be a plain name.
    if (!this.#views.has(folder)) backupPath(`any/${path}`, 'any');
    return { view: this.#views.get(folder), inside: backupPath(path, folder) };
  }
}
