import { join } from 'node:path';
import { type BackupPath, childPath } from '../backup-path.ts';
import { type BackupView, TreeView } from '../backup-view.ts';
import type { Committed } from '../commit/commit.ts';
import type { Layout } from '../layout.ts';
import type { Adopted } from '../overlay/copy-into.ts';
import { isStored, peek } from '../overlay/tree.ts';
import type { VaultRun } from '../vault-run.ts';
import type { Earlier } from './undo.ts';

/** Files that are copied in one go. */
const BATCH_FILES = 64;

/** Brings an earlier generation back through a run of its own: see `Vault.restore`. */
export async function restoreInto(
  run: VaultRun,
  layout: Layout,
  earlier: Earlier,
  movingOf: (view: BackupView) => Promise<Uint8Array>,
  signal?: AbortSignal,
): Promise<Committed> {
  const view = new TreeView(earlier.root);
  const restorer = new Restorer(run, layout, earlier, view);
  for (const path of earlier.touched) {
    signal?.throwIfAborted();
    await restorer.bringBack(path);
  }
  await restorer.copy();
  // What was damaged before a repair may have had no Status.plist, and is to be just that again.
  return await run.commit(await movingOf(view), signal, { withoutStatus: true });
}

class Restorer {
  readonly #run: VaultRun;
  readonly #layout: Layout;
  readonly #earlier: Earlier;
  readonly #view: BackupView;
  #files: Adopted[] = [];

  constructor(run: VaultRun, layout: Layout, earlier: Earlier, view: BackupView) {
    this.#run = run;
    this.#layout = layout;
    this.#earlier = earlier;
    this.#view = view;
  }

  async bringBack(path: BackupPath): Promise<void> {
    const node = peek(this.#earlier.root, path);
    // Nearly all: what was replaced or removed is known without a look at the disk.
    if (isStored(node)) await this.#bringBackFile(node.physical, path);
    else if (node === null) await this.#run.remove([path]);
    else await this.#bringBackFromDisk(path);
  }

  /** Copies the files that were gathered. */
  async copy(): Promise<void> {
    const files = this.#files;
    this.#files = [];
    await this.#run.adopt(files);
  }

  async #bringBackFromDisk(path: BackupPath): Promise<void> {
    const physical = await this.#view.physicalPath(path);
    if (physical !== undefined) return await this.#bringBackFile(physical, path);
    const then = await this.#view.stat(path);
    const now = await this.#run.view.stat(path);
    if (now !== undefined && now.kind !== then?.kind) await this.#run.remove([path]);
    if (then?.kind !== 'folder') return;
    await this.#run.createDirectory(path);
    const names = new Set(
      [...(await this.#view.list(path)), ...(await this.#run.list(path))].map(({ name }) => name),
    );
    for (const name of names) await this.bringBack(childPath(path, name));
  }

  async #bringBackFile(physical: string, path: BackupPath): Promise<void> {
    // What changed and changed back is in its place already.
    if (physical === join(this.#layout.folder, path)) return;
    await this.#run.remove([path]);
    this.#files.push({ physical, path });
    if (this.#files.length >= BATCH_FILES) await this.copy();
  }
}
