import { AfcStatus } from '../../wire/afc.ts';
import { FileLock } from './file-lock.ts';
import { AfcRefusal } from './refusal.ts';
import { StoredFile } from './stored-file.ts';

interface Times {
  created: Date;
  modified: Date;
}
export interface Directory extends Times {
  readonly kind: 'directory';
  readonly entries: Map<string, Entry>;
}
export interface RegularFile extends Times {
  readonly kind: 'file';
  readonly contents: StoredFile;
}
export interface Link extends Times {
  readonly kind: 'link';
  readonly target: string;
}
export type Entry = Directory | RegularFile | Link;

/** Links followed on the way to one file. */
const MAX_LINKS = 8;

/** A folder tree in memory, as AFC shows one. Paths are relative to its root and never leave it. */
export class FileTree {
  readonly #root: Directory;
  readonly #now: () => Date;
  readonly #locks = new Map<string, FileLock>();

  constructor(now: () => Date) {
    this.#now = now;
    this.#root = this.#newDirectory();
  }

  /** What lies at the path, a link as itself. */
  find(path: string): Entry | undefined {
    return this.#walk(partsOf(path), 0);
  }

  /** What lies at the path, links followed. Refuses with notFound. */
  open(path: string): Directory | RegularFile {
    let entry = this.find(path);
    for (let hops = 0; entry?.kind === 'link' && hops < MAX_LINKS; hops += 1) entry = this.find(entry.target);
    if (!entry || entry.kind === 'link') throw new AfcRefusal(AfcStatus.notFound);
    return entry;
  }

  list(path: string): string[] {
    const directory = this.open(path);
    if (directory.kind !== 'directory') throw new AfcRefusal(AfcStatus.badArgument);
    return [...directory.entries.keys()].sort();
  }

  /** Makes the folder and those above it. */
  makeDirectory(path: string): Directory {
    let directory = this.#root;
    for (const name of partsOf(path)) {
      const next: Entry = directory.entries.get(name) ?? this.#put(directory, name, this.#newDirectory());
      if (next.kind !== 'directory') throw new AfcRefusal(AfcStatus.exists);
      directory = next;
    }
    return directory;
  }

  makeFile(path: string, contents?: Buffer): RegularFile {
    return this.#place(path, { ...this.#times(), kind: 'file', contents: new StoredFile(contents) });
  }

  makeLink(path: string, target: string): void {
    this.#place(path, { ...this.#times(), kind: 'link', target });
  }

  /** Folders must be empty unless `withContents`. */
  remove(path: string, withContents = false): void {
    const entry = this.find(path);
    if (!entry) throw new AfcRefusal(AfcStatus.notFound);
    if (entry === this.#root) throw new AfcRefusal(AfcStatus.permissionDenied);
    if (entry.kind === 'directory' && entry.entries.size > 0 && !withContents) {
      throw new AfcRefusal(AfcStatus.notEmpty);
    }
    const { directory, name } = this.#parent(path);
    directory.entries.delete(name);
    directory.modified = this.#now();
  }

  rename(from: string, to: string): void {
    const entry = this.find(from);
    if (!entry) throw new AfcRefusal(AfcStatus.notFound);
    if (isInside(to, from)) throw new AfcRefusal(AfcStatus.badArgument);
    this.#place(to, entry);
    this.remove(from, true);
  }

  /** The advisory lock of a path, whether or not a file is there. */
  lockAt(path: string): FileLock {
    const key = partsOf(path).join('/');
    const lock = this.#locks.get(key) ?? new FileLock();
    this.#locks.set(key, lock);
    return lock;
  }

  #place<E extends Entry>(path: string, entry: E): E {
    const { directory, name } = this.#parent(path);
    return this.#put(directory, name, entry);
  }

  #put<E extends Entry>(directory: Directory, name: string, entry: E): E {
    directory.entries.set(name, entry);
    directory.modified = this.#now();
    return entry;
  }

  #parent(path: string): { directory: Directory; name: string } {
    const parts = partsOf(path);
    const name = parts.pop();
    const directory = this.#walk(parts, 0);
    if (name === undefined) throw new AfcRefusal(AfcStatus.badArgument);
    if (directory?.kind !== 'directory') throw new AfcRefusal(AfcStatus.notFound);
    return { directory, name };
  }

  #walk(parts: readonly string[], hops: number): Entry | undefined {
    let entry: Entry = this.#root;
    for (const name of parts) {
      if (entry.kind === 'link') {
        const target: Entry | undefined =
          hops < MAX_LINKS ? this.#walk(partsOf(entry.target), hops + 1) : undefined;
        if (!target) return undefined;
        entry = target;
      }
      const next: Entry | undefined = entry.kind === 'directory' ? entry.entries.get(name) : undefined;
      if (!next) return undefined;
      entry = next;
    }
    return entry;
  }

  #newDirectory(): Directory {
    return { ...this.#times(), kind: 'directory', entries: new Map<string, Entry>() };
  }

  #times(): Times {
    return { created: this.#now(), modified: this.#now() };
  }
}

/** The names on the way; `.` and empty ones say nothing, `..` ends at the root. */
function partsOf(path: string): string[] {
  const parts: string[] = [];
  for (const name of path.split('/')) {
    if (name === '..') parts.pop();
    else if (name !== '' && name !== '.') parts.push(name);
  }
  return parts;
}

function isInside(path: string, folder: string): boolean {
  const inner = partsOf(path);
  return partsOf(folder).every((name, at) => inner[at] === name);
}
