import {
  type ContentEntry,
  type ContentSource,
  FILE_MODE,
  FOLDER_MODE,
  LINK_MODE,
} from './content-source.ts';
import { foldersAbove } from './folders.ts';
import { type Section, sections } from './layout.ts';
import { noise, scatter } from './noise.ts';
import { type WellKnownFile, wellKnownFiles } from './well-known.ts';

export interface SeededOptions {
  readonly seed: number;
  /** Regular files; folders and links come on top. */
  readonly files: number;
  /** Of all files together. The well-known ones need some 100 KB. */
  readonly bytes: number;
  /** All made-up files of one size, instead of sizes as on a phone. */
  readonly equalSizes?: boolean;
}

/** The first second of 2026; what a seeded phone holds is older. */
const NEWEST = 1_767_225_600;
const THREE_YEARS = 3 * 365 * 86_400;

interface Run {
  readonly section: Section;
  readonly start: number;
  readonly count: number;
}

/** Contents made up from a seed: the same seed and sizes give the same phone, down to every byte. */
export function seededContent(options: SeededOptions): ContentSource {
  return new SeededContent(options);
}

class SeededContent implements ContentSource {
  readonly count: number;
  readonly #seed: number;
  readonly #known: readonly WellKnownFile[];
  readonly #runs: readonly Run[];
  readonly #sizes: Float64Array;
  readonly #folders: readonly { domain: string; relativePath: string }[];
  readonly #links: readonly { domain: string; relativePath: string; target: string }[];

  constructor({ seed, files, bytes, equalSizes = false }: SeededOptions) {
    this.#seed = seed;
    // A phone of one file is asked for when that file's size matters, not when it should look lived in.
    this.#known = wellKnownFiles().slice(0, Math.floor(files / 4));
    this.#runs = dealFiles(files - this.#known.length);
    const left = bytes - this.#known.reduce((sum, file) => sum + file.bytes.length, 0);
    this.#sizes = dealBytes(seed, this.#runs, Math.max(0, left), equalSizes);
    this.#links = this.#runs.flatMap(({ section: { domain, link } }) =>
      link ? [{ domain, relativePath: link.path, target: link.target }] : [],
    );
    this.#folders = foldersAbove([...this.#known, ...this.#links, ...folderSamples(this.#runs)]);
    this.count = this.#folders.length + this.#known.length + this.#sizes.length + this.#links.length;
  }

  entry(index: number): ContentEntry {
    const folder = this.#folders[index];
    if (folder)
      return {
        ...this.#common(index),
        ...folder,
        kind: 'folder',
        size: 0,
        mode: FOLDER_MODE,
        protectionClass: 0,
      };
    let at = index - this.#folders.length;
    const known = this.#known[at];
    if (known) {
      const { domain, relativePath, bytes } = known;
      const place = { domain, relativePath, kind: 'file', size: bytes.length } as const;
      return { ...this.#common(index), ...place, mode: FILE_MODE, protectionClass: 3 };
    }
    at -= this.#known.length;
    if (at < this.#sizes.length) return { ...this.#common(index), ...this.#madeUp(at) };
    const link = this.#links[at - this.#sizes.length];
    if (!link) throw new RangeError(`no entry ${index} among ${this.count}`);
    return { ...this.#common(index), ...link, kind: 'symlink', size: 0, mode: LINK_MODE, protectionClass: 0 };
  }

  bytes(index: number): Iterable<Uint8Array> {
    const at = index - this.#folders.length;
    const known = this.#known[at];
    if (known) return [known.bytes];
    return noise(scatter(this.#seed, at, 2), this.#sizes[at - this.#known.length] ?? 0);
  }

  #common(index: number) {
    const modified = NEWEST - (scatter(this.#seed, index, 3) % THREE_YEARS);
    return { modified, birth: modified - (index % 4) * 86_400, inode: 12_884_901_888 + index };
  }

  #madeUp(at: number) {
    const { section, start } = runOf(this.#runs, at);
    const own = at - start;
    const folder = section.folder(Math.floor(own / section.filesPerFolder));
    return {
      domain: section.domain,
      relativePath: `${folder}/${section.name(own, scatter(this.#seed, at, 4))}`,
      kind: 'file',
      size: this.#sizes[at] ?? 0,
      mode: FILE_MODE,
      protectionClass: section.protectionClass,
    } as const;
  }
}

/** Deals the files out to the sections; what rounding leaves goes to the first, so that a single file is a photo. */
function dealFiles(files: number): Run[] {
  const shares = sections.map((section) => Math.floor(files * section.shareOfFiles));
  shares[0] = files - shares.slice(1).reduce((sum, share) => sum + share, 0);
  let start = 0;
  return sections.flatMap((section, number) => {
    const count = shares[number] ?? 0;
    const run = { section, start, count };
    start += count;
    return count > 0 ? [run] : [];
  });
}

/** The size of every made-up file; together exactly `bytes`. */
function dealBytes(seed: number, runs: readonly Run[], bytes: number, equal: boolean): Float64Array {
  const sizes = new Float64Array(runs.reduce((sum, run) => sum + run.count, 0));
  if (sizes.length === 0) return sizes;
  const shares = runs.reduce((sum, run) => sum + run.section.shareOfBytes, 0);
  let left = bytes;
  for (const { section, start, count } of runs) {
    const budget = equal ? (bytes * count) / sizes.length : (bytes * section.shareOfBytes) / shares;
    const weight = (index: number): number =>
      equal ? 1 : section.weight(index, scatter(seed, start + index, 4));
    let total = 0;
    for (let index = 0; index < count; index += 1) total += weight(index);
    for (let index = 0; total > 0 && index < count; index += 1) {
      const size = Math.floor((budget * weight(index)) / total);
      sizes[start + index] = size;
      left -= size;
    }
  }
  sizes[0] = (sizes[0] ?? 0) + left;
  return sizes;
}

function folderSamples(runs: readonly Run[]): { domain: string; relativePath: string }[] {
  return runs.flatMap(({ section, count }) =>
    Array.from({ length: Math.ceil(count / section.filesPerFolder) }, (_, folder) => ({
      domain: section.domain,
      relativePath: `${section.folder(folder)}/x`,
    })),
  );
}

function runOf(runs: readonly Run[], at: number): Run {
  const run = runs.findLast(({ start }) => start <= at);
  if (!run) throw new RangeError(`no file ${at}`);
  return run;
}
