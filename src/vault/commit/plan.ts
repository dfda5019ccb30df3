import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { listFolder, MEASURE } from '../disk/listing.ts';
import type { DiskThread } from '../disk/thread.ts';
import { COMMIT, type Layout, OVERLAY } from '../layout.ts';
import { realUnder } from '../overlay/find.ts';
import { Folder, isStored, type Node, type StoredFile, slotOf } from '../overlay/tree.ts';
import type { Step } from './step.ts';

/** What a commit changes, counted in files. */
export interface Changes {
  readonly added: number;
  readonly replaced: number;
  readonly removed: number;
  /** Of the files that are new in this generation. */
  readonly newBytes: number;
  /** Of the files that are kept for the earlier generation. */
  readonly keptBytes: number;
}

export interface Plan {
  readonly steps: readonly Step[];
  readonly changes: Changes;
}

/** The renames that make the backup's folder what the overlay shows. Its Status.plist is left out: it comes last. */
export async function planCommit(layout: Layout, root: Folder, thread: DiskThread): Promise<Plan> {
  const planner = new Planner(layout, thread);
  await planner.visit(root, '', (await realUnder(root)) !== undefined);
  return planner.plan();
}

class Planner {
  readonly #layout: Layout;
  readonly #thread: DiskThread;
  readonly #lifts: Step[] = [];
  readonly #clears: Step[] = [];
  readonly #places: Step[] = [];
  readonly #changes = { added: 0, replaced: 0, removed: 0, newBytes: 0, keptBytes: 0 };

  constructor(layout: Layout, thread: DiskThread) {
    this.#layout = layout;
    this.#thread = thread;
  }

  plan(): Plan {
    // A file must be lifted out of a folder before that is cleared away.
    return { steps: [...this.#lifts, ...this.#clears, ...this.#places], changes: this.#changes };
  }

  /** `merged`: the backup has this folder too, and what the overlay does not mention stays in it. */
  async visit(folder: Folder, path: string, merged: boolean): Promise<void> {
    const names = [...folder.entries.keys()].filter((name) => below(path, name) !== STATUS);
    const paths = names.map((name) => join(this.#layout.folder, path, name));
    const before = merged ? await this.#thread.run('measure', paths) : [];
    for (const [index, name] of names.entries()) {
      const node = folder.entries.get(name) ?? null;
      // In a folder that is made anew nothing stays: what lay at its path is cleared away.
      if (merged && (await this.#stays(node, below(path, name)))) continue;
      await this.#visitNode(node, below(path, name), before[index] ?? MEASURE.nothing);
    }
  }

  /** True for the backup's own file or folder at its own path; of a folder only what changed in it is planned. */
  async #stays(node: Node, path: string): Promise<boolean> {
    const own = join(this.#layout.folder, path);
    if (isStored(node)) return node.physical === own;
    if (!(node instanceof Folder) || (await realUnder(node)) !== own) return false;
    await this.visit(node, path, true);
    return true;
  }

  /** `before`: what the backup has at this path, as measured. */
  async #visitNode(node: Node, path: string, before: number): Promise<void> {
    if (before !== MEASURE.nothing) this.#clear(path, before, node);
    if (node instanceof Folder) await this.#placeFolder(node, path);
    else if (node !== null) this.#placeFile(node, path, before);
  }

  #clear(path: string, before: number, after: Node): void {
    this.#clears.push(['clear', path, before === MEASURE.folder ? 'folder' : 'file']);
    if (before === MEASURE.folder) {
      const { files, bytes } = contentsOf(join(this.#layout.folder, path));
      this.#changes.removed += files;
      this.#changes.keptBytes += bytes;
      return;
    }
    if (after === null || after instanceof Folder) this.#changes.removed += 1;
    this.#changes.keptBytes += Math.max(before, 0);
  }

  #placeFile(node: number | StoredFile, path: string, before: number): void {
    const size = isStored(node) ? node.size : node;
    if (isStored(node) && size === undefined) {
      this.#lift(node.physical, path);
      return;
    }
    const from = isStored(node)
      ? relative(this.#layout.home, node.physical)
      : `${OVERLAY_FILES}/${slotOf(path)}`;
    this.#places.push(['place', from.replaceAll(sep, '/'), path]);
    if (before >= 0) this.#changes.replaced += 1;
    else this.#changes.added += 1;
    this.#changes.newBytes += size ?? 0;
  }

  async #placeFolder(folder: Folder, path: string): Promise<void> {
    if (await this.#isWhole(folder, path)) {
      this.#places.push(['place', `${OVERLAY_FILES}/${path}`, path]);
      this.#changes.added += folder.entries.size;
      for (const size of folder.entries.values()) this.#changes.newBytes += Number(size);
      return;
    }
    this.#places.push(['folder', path]);
    if (folder.under !== undefined) await this.#liftAll(folder, folder.under, path);
    await this.visit(folder, path, false);
  }

  /** True when the folder lies in the overlay just as it has to be in the backup: one rename will do. */
  async #isWhole(folder: Folder, path: string): Promise<boolean> {
    if (folder.under !== undefined || folder.entries.size === 0 || path.includes('/')) return false;
    for (const [name, node] of folder.entries) {
      if (typeof node !== 'number' || slotOf(`${path}/${name}`) === undefined) return false;
    }
    // Each of these is there under its own name, so more names would be something else.
    const names = await readdir(join(this.#layout.overlay, OVERLAY.files, path));
    return names.length === folder.entries.size;
  }

  /** A folder of the backup that got another path: what shows through from it moves file by file. */
  async #liftAll(folder: Folder, under: string, path: string): Promise<void> {
    const { names, kinds } = await this.#thread.run('list', under);
    for (const [index, name] of names.entries()) {
      if (folder.entries.has(name)) continue;
      if (kinds[index] === 'file') this.#lift(join(under, name), below(path, name));
      if (kinds[index] === 'folder')
        await this.#placeFolder(new Folder(join(under, name)), below(path, name));
    }
  }

  #lift(physical: string, path: string): void {
    const number = this.#lifts.length;
    this.#lifts.push(['lift', relative(this.#layout.folder, physical).replaceAll(sep, '/'), number]);
    this.#places.push(['place', `${LIFTED}/${number}`, path]);
  }
}

const STATUS = 'Status.plist';
/** Places, as a journal names them: below the vault's own folder. */
const OVERLAY_FILES = `overlay/${OVERLAY.files}`;
const LIFTED = `committing/${COMMIT.lifted}`;

function below(path: string, name: string): string {
  return path === '' ? name : `${path}/${name}`;
}

/** Files and bytes below a folder that goes as a whole. */
function contentsOf(folder: string): { files: number; bytes: number } {
  const { names, kinds, sizes } = listFolder(folder);
  let files = 0;
  let bytes = 0;
  names.forEach((name, index) => {
    const inside = kinds[index] === 'folder' ? contentsOf(join(folder, name)) : undefined;
    files += inside?.files ?? 1;
    bytes += inside?.bytes ?? sizes[index] ?? 0;
  });
  return { files, bytes };
}
