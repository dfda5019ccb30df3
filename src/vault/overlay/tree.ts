import { join } from 'node:path';
import { type BackupPath, fileNameOf, partsOf } from '../backup-path.ts';
import { systemError } from '../errors.ts';

/**
 * What a name stands for in an overlay:
 * - a number: a file of this run in the place its name gives it (`slotOf`), with that many bytes. One number a file
 *   is what lets a run of a million files fit in memory;
 * - a StoredFile: a file anywhere else on the disk;
 * - a Folder;
 * - null: nothing, though the folder underneath may have something of that name.
 */
export type Node = number | StoredFile | Folder | null;

export interface StoredFile {
  readonly physical: string;
  /** Bytes, for a file of this run. */
  readonly size?: number;
}

/** A folder of the overlay. Names it does not mention show through from `under`, a real folder, if there is one. */
export class Folder {
  readonly entries = new Map<string, Node>();
  under: string | undefined;
  /** False until somebody looked whether `under` is a folder at all. */
  checked = false;

  constructor(under?: string) {
    this.under = under;
  }

  /** Takes a name out of sight. */
  hide(name: string): void {
    if (this.under === undefined) this.entries.delete(name);
    else this.entries.set(name, null);
  }
}

export function isStored(node: Node | undefined): node is StoredFile {
  return typeof node === 'object' && node !== null && !(node instanceof Folder);
}

/**
 * Where a file of this path is stored if nothing is in the way: below the same name with and without `Snapshot/`,
 * so that the phone's moves at the end cost nothing. Only the phone's own kind of names have a slot: they cannot
 * collide on a disk that ignores case.
 */
export const slotOf: (path: string) => string | undefined = fileNameOf;

/** The node at a path as far as the overlay itself knows; undefined when only the disk could tell. */
export function peek(root: Folder, path: string): Node | undefined {
  let node: Node = root;
  for (let from = 0, end = 0; from <= path.length; from = end + 1) {
    if (!(node instanceof Folder)) return null;
    end = endOfPart(path, from);
    const child: Node | undefined = node.entries.get(path.slice(from, end));
    if (child === undefined) return node.under === undefined ? null : undefined;
    node = child;
  }
  return node;
}

/** The folder at a path, made with its parents where the overlay has none. Throws ENOTDIR where a file is in the way. */
export function makeFolder(root: Folder, path: BackupPath): Folder {
  let folder = root;
  for (const part of partsOf(path)) folder = childFolder(folder, part, path);
  return folder;
}

/** The folder a path is in, made where there is none, and the last name of the path. Throws ENOTDIR. */
export function makeParent(root: Folder, path: BackupPath): { parent: Folder; name: string } {
  let parent = root;
  let from = 0;
  for (let end = endOfPart(path, 0); end < path.length; end = endOfPart(path, from)) {
    parent = childFolder(parent, path.slice(from, end), path);
    from = end + 1;
  }
  return { parent, name: ownText(path.slice(from)) };
}

/** A text cut out of a longer one keeps that in memory. Half of what a file costs here would be its unused path. */
function ownText(text: string): string {
  return Buffer.from(text).toString();
}

/** These run several times a file: no list of parts is made. */
function endOfPart(path: string, from: number): number {
  const slash = path.indexOf('/', from);
  return slash < 0 ? path.length : slash;
}

/** All files below a node that are not the earlier backup's, with their paths. */
export function* receivedFiles(
  node: Node,
  path: string,
): Generator<{ path: string; node: number | StoredFile }> {
  if (node instanceof Folder) {
    for (const [name, child] of node.entries)
      yield* receivedFiles(child, path === '' ? name : `${path}/${name}`);
  } else if (node !== null && (typeof node === 'number' || node.size !== undefined)) {
    yield { path, node };
  }
}

function childFolder(folder: Folder, name: string, path: string): Folder {
  const node = folder.entries.get(name);
  if (node instanceof Folder) return node;
  if (node !== undefined && node !== null) throw systemError('ENOTDIR', path);
  const through = node === null || folder.under === undefined ? undefined : join(folder.under, name);
  const made = new Folder(through);
  folder.entries.set(name, made);
  return made;
}
