import { AfcMode, AfcStatus } from '../../wire/afc.ts';
import type { FileLock } from './file-lock.ts';
import type { FileTree, RegularFile } from './file-tree.ts';
import { AfcRefusal } from './refusal.ts';

export interface OpenFile {
  readonly file: RegularFile;
  readonly lock: FileLock;
  readonly mode: number;
  position: number;
}

const MAX_OPEN = 256;
const CREATING: ReadonlySet<number> = new Set([
  AfcMode.readWrite,
  AfcMode.write,
  AfcMode.writeRead,
  AfcMode.append,
  AfcMode.readAppend,
]);
const TRUNCATING: ReadonlySet<number> = new Set([AfcMode.write, AfcMode.writeRead]);
const APPENDING: ReadonlySet<number> = new Set([AfcMode.append, AfcMode.readAppend]);

/** The files one connection has open. Disposing closes them, and with that gives up their locks. */
export class OpenFiles implements Disposable {
  readonly #tree: FileTree;
  readonly #open = new Map<bigint, OpenFile>();
  #lastHandle = 0n;

  constructor(tree: FileTree) {
    this.#tree = tree;
  }

  open(path: string, mode: number): bigint {
    if (this.#open.size >= MAX_OPEN) throw new AfcRefusal(AfcStatus.unknown);
    if (mode !== AfcMode.read && !CREATING.has(mode)) throw new AfcRefusal(AfcStatus.badArgument);
    const file = this.#fileAt(path, mode);
    if (TRUNCATING.has(mode)) file.contents.resize(0);
    this.#lastHandle += 1n;
    const position = APPENDING.has(mode) ? file.contents.size : 0;
    this.#open.set(this.#lastHandle, { file, lock: this.#tree.lockAt(path), mode, position });
    return this.#lastHandle;
  }

  at(handle: bigint): OpenFile {
    const file = this.#open.get(handle);
    if (!file) throw new AfcRefusal(AfcStatus.badArgument);
    return file;
  }

  /** The same, refusing when it was opened for reading only. */
  writable(handle: bigint): OpenFile {
    const file = this.at(handle);
    if (file.mode === AfcMode.read) throw new AfcRefusal(AfcStatus.permissionDenied);
    return file;
  }

  close(handle: bigint): void {
    const file = this.at(handle);
    file.lock.release(file);
    this.#open.delete(handle);
  }

  [Symbol.dispose](): void {
    for (const file of this.#open.values()) file.lock.release(file);
    this.#open.clear();
  }

  #fileAt(path: string, mode: number): RegularFile {
    if (CREATING.has(mode) && !this.#tree.find(path)) return this.#tree.makeFile(path);
    const found = this.#tree.open(path);
    if (found.kind === 'directory') throw new AfcRefusal(AfcStatus.isDirectory);
    return found;
  }
}
