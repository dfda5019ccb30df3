import { type BackupPath, childPath, nameOf, ROOT } from './backup-path.ts';
import type { EntryKind, Listing } from './disk/listing.ts';
import { listFolder } from './disk/listing.ts';
import { systemError } from './errors.ts';
import { find, measure, realUnder } from './overlay/find.ts';
import { Folder, isStored, type Node, type StoredFile } from './overlay/tree.ts';
import { openSource, type Source } from './source.ts';

export interface Entry {
  readonly name: string;
  readonly kind: EntryKind;
  /** Bytes; 0 for what is not a file. */
  readonly size: number;
  readonly modified: Date;
}

/** A backup to be read: a plain folder, what a run would make of it, or an earlier generation. */
export interface BackupView {
  /** Undefined when there is nothing of that name. */
  stat(path: BackupPath): Promise<Entry | undefined>;
  /** Everything in one folder; nothing when it is missing. */
  list(path: BackupPath): Promise<readonly Entry[]>;
  /** A file's contents; undefined when there is no such file. */
  open(path: BackupPath): Promise<Source | undefined>;
  /** Where a file lies on the disk now, for programs that want to open it in place, to read only. */
  physicalPath(path: BackupPath): Promise<string | undefined>;
  /** All files and folders below a folder, each folder before what is in it. */
  walk(from?: BackupPath): AsyncIterable<Entry & { readonly path: BackupPath }>;
}

/** Deeper is no backup: the phone's own layout has three levels. */
const MAX_DEPTH = 32;

/** How a view finds and reads what a tree only names. */
export interface TreeReading {
  /** Where a file of the tree lies. */
  readonly physicalOf?: (path: BackupPath, node: number | StoredFile) => string;
  /** The time that files of a run and folders are told to have. */
  readonly received?: Date;
  /** Reads a folder, here or on the disk thread. */
  readonly list?: (folder: string) => Promise<Listing>;
}

/** Reads an overlay over the folders it lies on. */
export class TreeView implements BackupView {
  readonly #root: Folder;
  readonly #reading: Required<TreeReading>;

  constructor(root: Folder, reading: TreeReading = {}) {
    this.#root = root;
    this.#reading = { physicalOf: storedPlace, received: new Date(0), list: listHere, ...reading };
  }

  async stat(path: BackupPath): Promise<Entry | undefined> {
    const found = await find(this.#root, path);
    if (!found) return undefined;
    const name = nameOf(path);
    if (found.kind === 'file')
      return this.#knownEntry(name, found.node) ?? (await this.#measuredEntry(name, found.node));
    return { name, kind: found.kind, size: 0, modified: this.#reading.received };
  }

  async list(path: BackupPath): Promise<readonly Entry[]> {
    const found = await find(this.#root, path);
    if (found?.kind !== 'folder') return [];
    const { folder } = found;
    const under = await realUnder(folder);
    const entries = under === undefined ? [] : visible(await this.#reading.list(under), folder);
    for (const [name, node] of folder.entries) {
      // Only for what the disk alone could tell is there anything to wait for.
      const entry = this.#knownEntry(name, node) ?? (await this.#measuredEntry(name, node));
      if (entry) entries.push(entry);
    }
    return entries;
  }

  async open(path: BackupPath): Promise<Source | undefined> {
    const physical = await this.physicalPath(path);
    return physical === undefined ? undefined : await openSource(physical);
  }

  async physicalPath(path: BackupPath): Promise<string | undefined> {
    const found = await find(this.#root, path);
    if (found?.kind !== 'file') return undefined;
    return this.#reading.physicalOf(path, found.node);
  }

  async *walk(from?: BackupPath): AsyncGenerator<Entry & { readonly path: BackupPath }> {
    yield* this.#walk(from ?? ROOT, 0);
  }

  async *#walk(folder: BackupPath, depth: number): AsyncGenerator<Entry & { readonly path: BackupPath }> {
    if (depth > MAX_DEPTH) return;
    for (const entry of await this.list(folder)) {
      const path = childPath(folder, entry.name);
      yield { ...entry, path };
      if (entry.kind === 'folder') yield* this.#walk(path, depth + 1);
    }
  }

  #knownEntry(name: string, node: Node): Entry | undefined {
    if (node === null) return undefined;
    const modified = this.#reading.received;
    if (node instanceof Folder) return { name, kind: 'folder', size: 0, modified };
    const size = isStored(node) ? node.size : node;
    return size === undefined ? undefined : { name, kind: 'file', size, modified };
  }

  async #measuredEntry(name: string, node: Node): Promise<Entry | undefined> {
    if (!isStored(node)) return undefined;
    const stats = await measure(node.physical);
    return stats && { name, kind: 'file', size: stats.size, modified: stats.mtime };
  }
}

async function listHere(folder: string): Promise<Listing> {
  return listFolder(folder);
}

/** Only the overlay of a run has files that are known by their size alone. */
function storedPlace(path: BackupPath, node: number | StoredFile): string {
  if (isStored(node)) return node.physical;
  throw systemError('ENOENT', path);
}

/** A backup's folder as it lies on the disk. */
export function viewOfFolder(folder: string): BackupView {
  return new TreeView(new Folder(folder));
}

function visible(listing: Listing, over: Folder): Entry[] {
  const entries: Entry[] = [];
  listing.names.forEach((name, index) => {
    if (over.entries.has(name)) return;
    entries.push({
      name,
      kind: listing.kinds[index] ?? 'other',
      size: listing.sizes[index] ?? 0,
      modified: new Date(listing.times[index] ?? 0),
    });
  });
  return entries;
}
