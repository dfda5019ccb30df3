/** One thing a phone holds and backs up. Times in seconds since 1970. */
export interface ContentEntry {
  readonly domain: string;
  /** Below the domain's root, without a leading slash; empty for the root itself. */
  readonly relativePath: string;
  readonly kind: 'file' | 'folder' | 'symlink';
  /** Bytes; 0 for what is not a file. */
  readonly size: number;
  /** As `st_mode` has it: kind and permissions. */
  readonly mode: number;
  readonly modified: number;
  readonly birth: number;
  /** 1 complete … 4 none; 0 for folders and links, which have nothing to protect. */
  readonly protectionClass: number;
  readonly inode: number;
  /** Of a symbolic link. */
  readonly target?: string;
}

/**
 * Where a phone's contents come from. Entries have numbers from 0 to `count` − 1 which stay the same, and are made
 * when they are asked for: a phone with a million files holds no million objects.
 */
export interface ContentSource {
  readonly count: number;
  entry(index: number): ContentEntry;
  /** Of a file, in pieces that readers must not change. Throws {@link UnreadableFile} while it is iterated. */
  bytes(index: number): Iterable<Uint8Array>;
  [Symbol.dispose]?(): void;
}

export const FILE_MODE = 0o100644;
export const FOLDER_MODE = 0o040755;
export const LINK_MODE = 0o120755;

/** One name for one thing, for maps; what a backup's fileID is the hash of. */
export function keyOf(entry: Pick<ContentEntry, 'domain' | 'relativePath'>): string {
  return `${entry.domain}-${entry.relativePath}`;
}
