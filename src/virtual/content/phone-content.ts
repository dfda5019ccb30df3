import { createHash } from 'node:crypto';
import { ThawError } from '../../kit/errors.ts';
import { type ContentEntry, type ContentSource, FILE_MODE, FOLDER_MODE, keyOf } from './content-source.ts';
import { foldersAbove } from './folders.ts';
import { noise, scatter } from './noise.ts';
import { Spool, type SpooledBody } from './spool.ts';

export interface Place {
  readonly domain: string;
  readonly relativePath: string;
}

/** What happens to a phone's contents while nobody backs it up. `bytes`: these, or so many made-up ones. */
export interface ContentChange {
  readonly add?: readonly (Place & { readonly bytes: number | Uint8Array })[] | undefined;
  /** Without `bytes`: others, as many as before. */
  readonly change?: readonly (Place & { readonly bytes?: number | Uint8Array | undefined })[] | undefined;
  /** A folder takes with it what is in it. */
  readonly remove?: readonly Place[] | undefined;
}

/** The change names something that is not there, or is not a file. */
export class ContentError extends ThawError<'virtual.content'> {}

interface Own {
  readonly entry: ContentEntry;
  readonly bytes: () => Iterable<Uint8Array>;
}

/**
 * What is on a phone now: what it came with, and on top of it what was added, changed, removed or restored since.
 * Entries have slots; a slot stays with its entry, and is empty once that is removed.
 */
export class PhoneContent implements Disposable {
  readonly #base: ContentSource;
  readonly #now: () => Date;
  readonly #spool = new Spool();
  /** Slots that differ from what the phone came with; undefined where that was removed. */
  readonly #own = new Map<number, Own | undefined>();
  #slots: number;
  #generation = 0;
  #index: Map<string, number> | undefined;

  constructor(base: ContentSource, now: () => Date) {
    this.#base = base;
    this.#now = now;
    this.#slots = base.count;
  }

  /** Changes with every change: what was worked out from another generation is stale. */
  get generation(): number {
    return this.#generation;
  }

  /** One more than the highest slot. */
  get slots(): number {
    return this.#slots;
  }

  entry(slot: number): ContentEntry | undefined {
    if (this.#own.size > 0 && this.#own.has(slot)) return this.#own.get(slot)?.entry;
    return slot < this.#base.count ? this.#base.entry(slot) : undefined;
  }

  /** The bytes of the file in this slot. Throws UnreadableFile while it is iterated. */
  bytes(slot: number): Iterable<Uint8Array> {
    const own = this.#own.get(slot);
    return own ? own.bytes() : this.#base.bytes(slot);
  }

  slotOf(place: Place): number | undefined {
    return this.#keys().get(keyOf(place));
  }

  change({ add = [], change = [], remove = [] }: ContentChange): void {
    for (const file of add) this.#addFile(file, file.bytes);
    for (const file of change) this.#changeFile(file, file.bytes);
    for (const place of remove) this.#removeTree(place);
  }

  /** Room for the bytes of a file that is about to be {@link put}. */
  newBody(): SpooledBody {
    return this.#spool.newBody();
  }

  /** Puts an entry in place, over one of the same name if there is one. A file's bytes come from its body. */
  put(entry: ContentEntry, body?: SpooledBody): void {
    this.#put({ entry, bytes: () => body?.bytes() ?? [] });
  }

  remove(slot: number): void {
    const entry = this.entry(slot);
    if (!entry) return;
    this.#index?.delete(keyOf(entry));
    this.#own.set(slot, undefined);
    this.#generation += 1;
  }

  /** SHA-256 of every file, and what a folder or link is, by name: two phones with the same contents give the same. */
  digests(): Map<string, string> {
    const digests = new Map<string, string>();
    for (let slot = 0; slot < this.#slots; slot += 1) {
      const entry = this.entry(slot);
      if (entry) digests.set(keyOf(entry), this.#digest(slot, entry));
    }
    return digests;
  }

  [Symbol.dispose](): void {
    this.#spool[Symbol.dispose]();
    this.#base[Symbol.dispose]?.();
  }

  #digest(slot: number, { kind, target = '' }: ContentEntry): string {
    if (kind !== 'file') return `${kind} ${target}`.trimEnd();
    const sha256 = createHash('sha256');
    for (const piece of this.bytes(slot)) sha256.update(piece);
    return sha256.digest('hex');
  }

  #addFile({ domain, relativePath }: Place, bytes: number | Uint8Array): void {
    const place = { domain, relativePath };
    if (this.slotOf(place) !== undefined) throw new ContentError('virtual.content', `${keyOf(place)} exists`);
    for (const folder of foldersAbove([place])) {
      if (this.slotOf(folder) !== undefined) continue;
      this.put({ ...this.#fresh(folder), kind: 'folder', size: 0, mode: FOLDER_MODE, protectionClass: 0 });
    }
    this.#putFile(
      { ...this.#fresh(place), kind: 'file', size: 0, mode: FILE_MODE, protectionClass: 3 },
      bytes,
    );
  }

  #changeFile(place: Place, bytes: number | Uint8Array | undefined): void {
    const old = this.entry(this.#slotThere(place));
    if (old?.kind !== 'file') throw new ContentError('virtual.content', `${keyOf(place)} is not a file`);
    const modified = Math.max(old.modified + 1, this.#seconds());
    this.#putFile({ ...old, modified }, bytes ?? old.size);
  }

  #removeTree(place: Place): void {
    this.#slotThere(place);
    const key = keyOf(place);
    const inside = place.relativePath === '' ? key : `${key}/`;
    for (const [other, slot] of [...this.#keys()]) {
      if (other === key || other.startsWith(inside)) this.remove(slot);
    }
  }

  #putFile(entry: ContentEntry, bytes: number | Uint8Array): void {
    if (typeof bytes === 'number') {
      const seed = scatter(this.#generation, entry.inode, entry.modified);
      this.#put({ entry: { ...entry, size: bytes }, bytes: () => noise(seed, bytes) });
      return;
    }
    const body = this.newBody();
    body.append(bytes);
    this.put({ ...entry, size: bytes.length }, body);
  }

  #put(own: Own): void {
    const key = keyOf(own.entry);
    const slot = this.#keys().get(key) ?? this.#slots;
    this.#slots = Math.max(this.#slots, slot + 1);
    this.#own.set(slot, own);
    this.#keys().set(key, slot);
    this.#generation += 1;
  }

  #fresh(place: Place) {
    const seconds = this.#seconds();
    return { ...place, modified: seconds, birth: seconds, inode: 13_000_000_000 + this.#slots };
  }

  #slotThere(place: Place): number {
    const slot = this.slotOf(place);
    if (slot === undefined) throw new ContentError('virtual.content', `there is no ${keyOf(place)}`);
    return slot;
  }

  #seconds(): number {
    return Math.floor(this.#now().getTime() / 1000);
  }

  /** Every name and its slot. Made when first asked for: a phone that never changes holds no names. */
  #keys(): Map<string, number> {
    if (this.#index) return this.#index;
    const index = new Map<string, number>();
    for (let slot = 0; slot < this.#slots; slot += 1) {
      const entry = this.entry(slot);
      if (entry) index.set(keyOf(entry), slot);
    }
    this.#index = index;
    return index;
  }
}
