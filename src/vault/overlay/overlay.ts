import { join, relative, sep } from 'node:path';
import { type BackupPath, nameOf, parentPath, ROOT } from '../backup-path.ts';
import { systemError } from '../errors.ts';
import { OVERLAY } from '../layout.ts';
import { find } from './find.ts';
import type { OverlayLog } from './log.ts';
import type { FileRecord, OverlayRecord } from './record.ts';
import { Folder, isStored, makeFolder, makeParent, type Node, peek, receivedFiles, slotOf } from './tree.ts';

/**
 * What a run did to a backup: a tree over the backup's folder, which itself is not touched, and a log from which the
 * next run can build the tree again. The phone's moves and removals change only the tree.
 */
export class Overlay {
  readonly root: Folder;
  readonly #home: string;
  readonly #log: OverlayLog;
  /** Slots that a file is on its way to, or that hold something else than the file they are named for. */
  readonly #taken = new Set<string>();
  #nextSpare: number;
  /** Stored files nobody refers to any more. */
  #garbage: string[] = [];

  /** `home`: the overlay's folder; `folder`: the backup underneath; `nextSpare`: the first number never used. */
  constructor(home: string, folder: string, log: OverlayLog, nextSpare: number) {
    this.#home = home;
    this.#log = log;
    this.#nextSpare = nextSpare;
    this.root = new Folder(folder);
  }

  /** A free place, below the overlay, for a file that is about to arrive; nobody else gets it. */
  reserve(path: BackupPath): string {
    const slot = slotOf(path);
    if (slot === undefined || this.#isTaken(slot)) {
      this.#nextSpare += 1;
      return `${OVERLAY.spare}/${this.#nextSpare - 1}`;
    }
    this.#taken.add(slot);
    return `${OVERLAY.files}/${slot}`;
  }

  /** The file in a reserved place is whole: from now on it is what the path means. Throws EISDIR, ENOTDIR. */
  stored(path: BackupPath, place: string, size: number): void {
    const isSpare = place.startsWith(OVERLAY.spare);
    const record: FileRecord = isSpare ? ['file', path, size, place] : ['file', path, size];
    this.#applyFile(record);
    if (!isSpare) this.release(place);
    this.#log.add(record);
  }

  /** Nothing came of a reserved place. */
  release(place: string): void {
    this.#taken.delete(slotOfPlace(place));
  }

  /** Where a place below the overlay is on the disk. */
  absolute(place: string): string {
    return join(this.#home, place);
  }

  /** Sends the log on its way to the disk. */
  save(): void {
    this.#log.write();
  }

  /** Resolves when the log is with the system; rejects with the system's code. */
  async saved(): Promise<void> {
    await this.#log.written();
  }

  async createFolder(path: BackupPath): Promise<void> {
    const found = await find(this.root, path);
    if (found?.kind === 'folder') return;
    if (found) throw systemError('EEXIST', path);
    await this.#do(['folder', path]);
  }

  /** Gives files or folders other paths; what was there goes. Throws ENOENT, ENOTDIR, EINVAL. */
  async move(pairs: Iterable<readonly [from: BackupPath, to: BackupPath]>): Promise<void> {
    for (const [from, to] of pairs) {
      // The phone moves every file it sent: no promise is made for what is known without the disk.
      const known = peek(this.root, from);
      this.#applyMove(known === undefined ? await this.#nodeOf(from) : known, from, to);
      this.#log.add(['move', from, to]);
    }
  }

  /** Removes a file, or a folder with all that is in it; nothing there is no failure. */
  async remove(path: BackupPath): Promise<void> {
    await this.#do(['remove', path]);
  }

  /** Does what a record of the log says, without writing it down again. */
  async apply(record: OverlayRecord): Promise<void> {
    switch (record[0]) {
      case 'file':
        this.#applyFile(record);
        break;
      case 'folder':
        // Made because the backup has none: nothing can show through.
        makeFolder(this.root, record[1]).under = undefined;
        break;
      case 'move':
        this.#applyMove(await this.#nodeOf(record[1]), record[1], record[2]);
        break;
      case 'remove':
        await this.#applyRemove(record[1]);
        break;
    }
  }

  /** Where a file of this run lies. */
  physicalOf(path: string, node: Node): string {
    return isStored(node) ? node.physical : join(this.#home, OVERLAY.files, slotOf(path) ?? path);
  }

  /** The overlay as a log built it again: what its records dropped is long gone, or nobody knows of it. */
  rebuilt(): void {
    this.#garbage = [];
    this.#taken.clear();
    const files = join(this.#home, OVERLAY.files);
    for (const { node } of receivedFiles(this.root, ROOT)) {
      if (isStored(node) && node.physical.startsWith(files)) {
        this.#taken.add(relative(files, node.physical).replaceAll(sep, '/'));
      }
    }
  }

  get hasGarbage(): boolean {
    return this.#garbage.length > 0;
  }

  /** Files nobody refers to any more; to be deleted only when the log that says so is on the disk. */
  takeGarbage(): string[] {
    const garbage = this.#garbage;
    this.#garbage = [];
    return garbage;
  }

  async #do(record: OverlayRecord): Promise<void> {
    await this.apply(record);
    this.#log.add(record);
  }

  #applyFile([, path, size, place]: FileRecord): void {
    const { parent, name } = makeParent(this.root, path);
    const before = parent.entries.get(name);
    if (before instanceof Folder) throw systemError('EISDIR', path);
    this.#drop(path, before);
    parent.entries.set(name, place === undefined ? size : { physical: join(this.#home, place), size });
  }

  #applyMove(node: Node, from: BackupPath, to: BackupPath): void {
    if (node === null) throw systemError('ENOENT', from);
    if (from === to) return;
    if (isWithin(from, to) || isWithin(to, from)) throw systemError('EINVAL', from);
    const target = makeParent(this.root, to);
    const source = makeParent(this.root, from);
    this.#drop(to, target.parent.entries.get(target.name));
    source.parent.hide(source.name);
    target.parent.entries.set(target.name, this.#renamed(node, from, to));
  }

  async #applyRemove(path: BackupPath): Promise<void> {
    if (path === ROOT) throw systemError('EINVAL', path);
    const found = await find(this.root, parentPath(path));
    if (found?.kind !== 'folder') return;
    const name = nameOf(path);
    this.#drop(path, found.folder.entries.get(name));
    found.folder.hide(name);
  }

  /** A file or folder of this run or, where `peek` has to stop at the disk, of the earlier backup. */
  async #nodeOf(path: BackupPath): Promise<Node> {
    const known = peek(this.root, path);
    if (known !== undefined) return known;
    const found = await find(this.root, path);
    if (found?.kind === 'folder') return found.folder;
    return found?.kind === 'file' ? found.node : null;
  }

  /** The node as it is to be kept under another path: a file stays where it lies, so it may lose its slot's name. */
  #renamed(node: Node, from: string, to: string): Node {
    if (node instanceof Folder) {
      for (const [name, child] of node.entries) {
        node.entries.set(name, this.#renamed(child, `${from}/${name}`, `${to}/${name}`));
      }
      return node;
    }
    const slot = slotOf(from);
    if (typeof node !== 'number' || slot === undefined || slot === slotOf(to)) return node;
    this.#taken.add(slot);
    return { physical: this.physicalOf(from, node), size: node };
  }

  /** A node goes out of the tree: what this run stored for it is garbage. */
  #drop(path: string, node: Node | undefined): void {
    if (node === undefined) return;
    for (const file of receivedFiles(node, path)) {
      this.#garbage.push(this.physicalOf(file.path, file.node));
      const slot = typeof file.node === 'number' ? slotOf(file.path) : undefined;
      // Not to be used again while it may still have to be deleted.
      if (slot !== undefined) this.#taken.add(slot);
    }
  }

  #isTaken(slot: string): boolean {
    if (this.#taken.has(slot)) return true;
    const { entries } = this.root;
    const snapshot = entries.get('Snapshot');
    return holds(entries, slot) || (snapshot instanceof Folder && holds(snapshot.entries, slot));
  }
}

/** True when one of these folders has a file of this run in the slot; asked for every file that arrives. */
function holds(folders: Folder['entries'], slot: string): boolean {
  const folder = folders.get(slot.slice(0, 2));
  return folder instanceof Folder && typeof folder.entries.get(slot.slice(3)) === 'number';
}

/** The slot a place below the overlay is, if it is one. */
function slotOfPlace(place: string): string {
  return place.slice(OVERLAY.files.length + 1);
}

function isWithin(path: string, folder: string): boolean {
  return folder === ROOT || path.startsWith(`${folder}/`);
}
