import { lstatSync, readdirSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { systemCodeOf } from '../../kit/errors.ts';

export type EntryKind = 'file' | 'folder' | 'other';

/** A folder's entries in columns: cheap to hand from one thread to another. */
export interface Listing {
  readonly names: readonly string[];
  readonly kinds: readonly EntryKind[];
  readonly sizes: Float64Array<ArrayBuffer>;
  /** Last modification, milliseconds since 1970. */
  readonly times: Float64Array<ArrayBuffer>;
}

/** Everything in one folder, links not followed; nothing when there is no such folder. */
export function listFolder(folder: string): Listing {
  const found: { name: string; stats: Stats }[] = [];
  for (const name of namesIn(folder)) {
    const stats = lstatSync(join(folder, name), { throwIfNoEntry: false });
    if (stats) found.push({ name, stats });
  }
  return {
    names: found.map(({ name }) => name),
    kinds: found.map(({ stats }) => kindOf(stats)),
    sizes: Float64Array.from(found, ({ stats }) => (stats.isFile() ? stats.size : 0)),
    times: Float64Array.from(found, ({ stats }) => stats.mtimeMs),
  };
}

/** In place of a file's size. */
export const MEASURE = { nothing: -1, folder: -2, other: -3 } as const;

/** What lies at each path, links not followed: a file's size, or one of MEASURE. */
export function measureAll(paths: readonly string[]): Float64Array<ArrayBuffer> {
  return Float64Array.from(paths, (path) => {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    if (!stats) return MEASURE.nothing;
    if (stats.isFile()) return stats.size;
    return stats.isDirectory() ? MEASURE.folder : MEASURE.other;
  });
}

function kindOf(stats: Stats): EntryKind {
  if (stats.isFile()) return 'file';
  return stats.isDirectory() ? 'folder' : 'other';
}

function namesIn(folder: string): string[] {
  // A link in place of a folder leads somewhere else: it is not followed.
  if (!lstatSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  try {
    return readdirSync(folder);
  } catch (thrown) {
    if (systemCodeOf(thrown) === 'ENOENT') return [];
    throw thrown;
  }
}
