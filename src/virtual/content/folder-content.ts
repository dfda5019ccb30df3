import { lstat, readdir, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type ContentEntry,
  type ContentSource,
  FILE_MODE,
  FOLDER_MODE,
  keyOf,
  LINK_MODE,
} from './content-source.ts';
import { diskBytes } from './disk-bytes.ts';
import { foldersAbove } from './folders.ts';

/** Where iOS keeps a person's own files ("On My iPhone" in the Files app). */
const FILES_DOMAIN = 'AppDomainGroup-group.com.apple.FileProvider.LocalStorage';
const FILES_ROOT = 'File Provider Storage';
const DOMAIN = /^[A-Za-z]+Domain[A-Za-z]*(-.+)?$/;

interface Found {
  readonly entry: ContentEntry;
  readonly path: string;
}

/**
 * A phone filled with the real files of a folder, read as they are sent. Top-level folders named like a domain
 * (`HomeDomain`, `AppDomain-com.example`) become that domain; everything else is in the Files app.
 * Rejects when the folder cannot be read.
 */
export async function folderContent(folder: string, signal?: AbortSignal): Promise<ContentSource> {
  const found: Found[] = [];
  for (const name of await namesIn(folder)) {
    const path = join(folder, name);
    const isDomain = DOMAIN.test(name) && (await lstat(path)).isDirectory();
    const files = isDomain ? below(path, name, '') : walk(path, FILES_DOMAIN, `${FILES_ROOT}/${name}`);
    for await (const file of files) {
      signal?.throwIfAborted();
      found.push(file);
    }
  }
  const known = new Set(found.map(({ entry }) => keyOf(entry)));
  const above = foldersAbove(found.map(({ entry }) => entry)).filter((place) => !known.has(keyOf(place)));
  return new FolderContent([...above.map(inventedFolder), ...found]);
}

class FolderContent implements ContentSource {
  readonly #found: readonly Found[];

  constructor(found: readonly Found[]) {
    this.#found = found;
  }

  get count(): number {
    return this.#found.length;
  }

  entry(index: number): ContentEntry {
    return this.#at(index).entry;
  }

  bytes(index: number): Iterable<Uint8Array> {
    const { path, entry } = this.#at(index);
    return diskBytes(path, entry.size);
  }

  #at(index: number): Found {
    const found = this.#found[index];
    if (!found) throw new RangeError(`no entry ${index} among ${this.count}`);
    return found;
  }
}

async function* walk(path: string, domain: string, relativePath: string): AsyncGenerator<Found> {
  const stats = await lstat(path);
  const common = {
    domain,
    relativePath,
    size: 0,
    modified: Math.floor(stats.mtimeMs / 1000),
    birth: Math.floor(stats.birthtimeMs / 1000),
    protectionClass: 0,
    inode: stats.ino,
  };
  if (stats.isSymbolicLink()) {
    yield { path, entry: { ...common, kind: 'symlink', mode: LINK_MODE, target: await readlink(path) } };
  } else if (stats.isDirectory()) {
    yield { path, entry: { ...common, kind: 'folder', mode: FOLDER_MODE } };
    yield* below(path, domain, relativePath);
  } else if (stats.isFile()) {
    const file = { kind: 'file', size: stats.size, mode: FILE_MODE, protectionClass: 3 } as const;
    yield { path, entry: { ...common, ...file } };
  }
}

async function* below(folder: string, domain: string, relativePath: string): AsyncGenerator<Found> {
  for (const name of await namesIn(folder)) {
    yield* walk(join(folder, name), domain, relativePath === '' ? name : `${relativePath}/${name}`);
  }
}

/** In one order on every computer, so that a phone made twice from one folder is the same phone. */
async function namesIn(folder: string): Promise<string[]> {
  return (await readdir(folder)).sort();
}

function inventedFolder(place: { domain: string; relativePath: string }, index: number): Found {
  const times = { modified: 0, birth: 0 };
  const entry = {
    ...place,
    ...times,
    kind: 'folder',
    size: 0,
    mode: FOLDER_MODE,
    protectionClass: 0,
  } as const;
  return { path: '', entry: { ...entry, inode: index + 2 } };
}
