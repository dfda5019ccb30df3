import { createHash } from 'node:crypto';
import { lstat, mkdir, realpath, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { messageOf, systemCodeOf } from '../../../kit/errors.ts';
import { destinationError } from '../../../vault/destination.ts';
import { ExtractError } from '../errors.ts';
import { PartFile, sameContents } from './part-file.ts';
import { numbered, safeName, sameNameKey } from './safe-name.ts';

export type Contents = AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>;

export interface WriteOptions {
  /** The time the file gets. */
  readonly modified?: Date | undefined;
  /** Where the length is known before: with the same time, a file that is there already is not made again. */
  readonly size?: number;
}

export interface Written {
  /** Below the folder that was written to, with slashes, under the name it really got. */
  readonly path: string;
  /** The same below the folder that was opened. */
  readonly whole: string;
  readonly bytes: number;
  /** `same`: it was there already. */
  readonly result: 'written' | 'same';
}

/** Made and looked at before; beyond this many they are looked at again. */
const MAX_KNOWN_FOLDERS = 20_000;

/**
 * A folder that contents are brought out to. Names are made safe, two that some disk would take for one are told apart,
 * nothing lands outside, no link is followed, every file appears whole or not at all, and none that is there is
 * overwritten.
 */
export class OutputFolder {
  readonly #root: string;
  readonly #claimed: Set<number>;
  readonly #known: Set<string>;
  readonly #below: readonly string[];

  private constructor(root: string, claimed: Set<number>, known: Set<string>, below: readonly string[]) {
    this.#root = root;
    this.#claimed = claimed;
    this.#known = known;
    this.#below = below;
  }

  /** Makes the folder where there is none. Rejects with `extract.in-the-way` or a `destination.…` error. */
  static async open(path: string): Promise<OutputFolder> {
    try {
      await makeFolder(path);
      return new OutputFolder(await realpath(path), new Set(), new Set(), []);
    } catch (thrown) {
      if (systemCodeOf(thrown) === 'EEXIST') throw inTheWay(path);
      throw destinationError(thrown, path) ?? thrown;
    }
  }

  /** A folder in this one; what is written there gives paths below itself. */
  within(...parts: readonly string[]): OutputFolder {
    return new OutputFolder(this.#root, this.#claimed, this.#known, [...this.#below, ...parts.map(safeName)]);
  }

  /** A folder in this one that nothing else in this run uses; with the name it got. */
  claimFolder(name: string): { name: string; folder: OutputFolder } {
    for (let number = 1; ; number += 1) {
      const candidate = numbered(safeName(name), number);
      if (!this.#claim([...this.#below, candidate])) continue;
      return { name: candidate, folder: this.within(candidate) };
    }
  }

  /**
   * Writes a file. Rejects with `extract.in-the-way`, a `destination.…` error when the disk takes nothing more, or
   * with whatever reading the contents throws; nothing is left of it then.
   */
  async write(parts: readonly string[], contents: Contents, options: WriteOptions = {}): Promise<Written> {
    const safe = parts.map(safeName);
    const name = safe.pop() ?? '_';
    const folders = [...this.#below, ...safe];
    await this.#ensure(folders);
    const place = (number: number): string[] => [...folders, numbered(name, number)];
    const at = (path: readonly string[]): string => join(this.#root, ...path);
    const tell = (path: readonly string[], bytes: number, result: Written['result']): Written => ({
      path: path.slice(this.#below.length).join('/'),
      whole: path.join('/'),
      bytes,
      result,
    });

    await using part = await this.#partIn(folders);
    let filled = false;
    for (let number = 1; ; number += 1) {
      const path = place(number);
      if (!this.#claim(path)) continue;
      const there = await lookAt(at(path));
      if (there?.kind === 'file' && isSameAsBefore(there, options)) return tell(path, there.size, 'same');
      if (!filled) await part.fill(contents, this.#root);
      filled = true;
      if (there === undefined) {
        await part.become(at(path), options.modified, this.#root);
        return tell(path, part.bytes, 'written');
      }
      if (there.kind === 'file' && there.size === part.bytes && (await sameContents(part.path, at(path)))) {
        return tell(path, part.bytes, 'same');
      }
    }
  }

  async #partIn(folders: readonly string[]): Promise<PartFile> {
    return new PartFile(join(this.#root, ...folders, `.thaw-${crypto.randomUUID()}.part`));
  }

  /** False when the path is taken in this run. Only a number is kept of each: there may be a million. */
  #claim(path: readonly string[]): boolean {
    const key = createHash('sha1')
      .update(sameNameKey(path.join('/')))
      .digest()
      .readUIntBE(0, 6);
    if (this.#claimed.has(key)) return false;
    this.#claimed.add(key);
    return true;
  }

  /** Makes the folders one by one: one that is a link would lead outside. */
  async #ensure(folders: readonly string[]): Promise<void> {
    const whole = folders.join('/');
    if (this.#known.has(whole)) return;
    for (let depth = 1; depth <= folders.length; depth += 1) {
      const path = join(this.#root, ...folders.slice(0, depth));
      try {
        await mkdir(path);
      } catch (thrown) {
        if (systemCodeOf(thrown) !== 'EEXIST') throw destinationError(thrown, this.#root) ?? thrown;
        if ((await lookAt(path))?.kind !== 'folder') throw inTheWay(path);
      }
    }
    if (this.#known.size >= MAX_KNOWN_FOLDERS) this.#known.clear();
    this.#known.add(whole);
  }
}

/** Step by step: Node's own way, with `recursive`, never ends where a system makes no folders at all (`/proc`). */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (thrown) {
    const code = systemCodeOf(thrown);
    if (code === 'EEXIST' && (await stat(path)).isDirectory()) return;
    const above = dirname(path);
    if (code !== 'ENOENT' || above === path) throw thrown;
    await makeFolder(above);
    await mkdir(path);
  }
}

interface There {
  readonly kind: 'file' | 'folder' | 'other';
  readonly size: number;
  readonly modified: Date;
}

async function lookAt(path: string): Promise<There | undefined> {
  try {
    const stats = await lstat(path);
    const kind = stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other';
    return { kind, size: stats.size, modified: stats.mtime };
  } catch (thrown) {
    if (systemCodeOf(thrown) === 'ENOENT') return undefined;
    throw new ExtractError('extract.in-the-way', messageOf(thrown), { cause: thrown, facts: { path } });
  }
}

/** Disks keep times to two seconds at worst. */
function isSameAsBefore(there: There, { size, modified }: WriteOptions): boolean {
  if (size === undefined || modified === undefined || there.size !== size) return false;
  return Math.abs(there.modified.getTime() - modified.getTime()) <= 2000;
}

function inTheWay(path: string): ExtractError {
  return new ExtractError('extract.in-the-way', `${path} is no folder`, { facts: { path } });
}
