import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BackupPath, nameOf, parentPath } from './backup-path.ts';
import { type BackupView, TreeView } from './backup-view.ts';
import { FILE_MODE } from './disk/store.ts';
import { systemError } from './errors.ts';
import { find } from './overlay/find.ts';
import { Folder, makeParent } from './overlay/tree.ts';
import type { VaultRun } from './vault-run.ts';

/** One change to a backup. */
type Change =
  | { readonly do: 'adopt'; readonly path: BackupPath; readonly physical: string }
  | { readonly do: 'move'; readonly from: BackupPath; readonly to: BackupPath }
  | { readonly do: 'remove'; readonly path: BackupPath };

/**
 * Changes to a backup that are thought through before they are made: what they would lead to can be looked at like a
 * backup, and made in a run later. The folder is only read.
 */
export class Draft {
  /** The backup as it would be. */
  readonly view: BackupView;
  readonly #root: Folder;
  readonly #scratch: string;
  readonly #changes: Change[] = [];
  #written = 0;

  /** `scratch`: an own folder for files that are written, which must live until the draft is made. */
  constructor(folder: string, scratch: string) {
    this.#root = new Folder(folder);
    this.#scratch = scratch;
    this.view = new TreeView(this.#root);
  }

  /** How many changes there are. */
  get changes(): number {
    return this.#changes.length;
  }

  async write(path: BackupPath, bytes: Uint8Array): Promise<void> {
    this.#written += 1;
    const physical = join(this.#scratch, `written-${this.#written}`);
    await writeFile(physical, bytes, { mode: FILE_MODE });
    this.adopt(path, physical);
  }

  /** A copy of a file that lies anywhere; it must stay there until the draft is made. */
  adopt(path: BackupPath, physical: string): void {
    this.#put(path, physical);
    this.#changes.push({ do: 'adopt', path, physical });
  }

  /** Gives a file another path, replacing what is there. Rejects with ENOENT. */
  async move(from: BackupPath, to: BackupPath): Promise<void> {
    const physical = await this.view.physicalPath(from);
    if (physical === undefined) throw systemError('ENOENT', from);
    await this.#hide(from);
    this.#put(to, physical);
    this.#changes.push({ do: 'move', from, to });
  }

  /** Removes a file, or a folder with all that is in it. */
  async remove(path: BackupPath): Promise<void> {
    await this.#hide(path);
    this.#changes.push({ do: 'remove', path });
  }

  /** Makes the changes, in a run over the same folder. */
  async make(run: VaultRun, signal?: AbortSignal): Promise<void> {
    for (const change of this.#changes) {
      signal?.throwIfAborted();
      if (change.do === 'adopt') await run.adopt([change]);
      else if (change.do === 'move') await run.move([[change.from, change.to]]);
      else await run.remove([change.path]);
    }
  }

  #put(path: BackupPath, physical: string): void {
    const { parent, name } = makeParent(this.#root, path);
    parent.entries.set(name, { physical });
  }

  async #hide(path: BackupPath): Promise<void> {
    const found = await find(this.#root, parentPath(path));
    if (found?.kind === 'folder') found.folder.hide(nameOf(path));
  }
}
