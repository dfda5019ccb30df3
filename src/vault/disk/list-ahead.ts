import { basename, dirname, join } from 'node:path';
import type { Listing } from './listing.ts';
import type { DiskThread } from './thread.ts';

const SHARD = /^[0-9a-f]{2}$/;

/**
 * Lists folders on the disk thread. The phone and the proof go through the 256 folders of a backup in order: while one
 * is looked at, the next is read. What is read ahead is given once and never kept.
 */
export class ListAhead {
  readonly #thread: DiskThread;
  #ahead: { readonly folder: string; readonly listing: Promise<Listing> } | undefined;

  constructor(thread: DiskThread) {
    this.#thread = thread;
  }

  list(folder: string): Promise<Listing> {
    const ahead = this.#ahead;
    this.#ahead = undefined;
    const listing = ahead?.folder === folder ? ahead.listing : this.#read(folder);
    const next = followingShard(folder);
    if (next !== undefined) this.#ahead = { folder: next, listing: this.#read(next) };
    return listing;
  }

  #read(folder: string): Promise<Listing> {
    const listing = this.#thread.run('list', folder);
    listing.catch(() => undefined); // whoever asks for it hears of it
    return listing;
  }
}

/** `…/3f` follows `…/3e`; nothing follows `…/ff` or a folder of another kind. */
function followingShard(folder: string): string | undefined {
  const name = basename(folder);
  if (!SHARD.test(name) || name === 'ff') return undefined;
  return join(dirname(folder), (Number.parseInt(name, 16) + 1).toString(16).padStart(2, '0'));
}
