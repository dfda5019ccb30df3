import { WireError } from '../errors.ts';
import { eachEntry, isArray, MAX_DEPTH, type PlistInput, Real, Uid } from './value.ts';

/** A container whose children are named by their places in the table; only a dictionary has keys. */
export interface Container {
  readonly kind: 'container';
  readonly keys?: number[];
  readonly items: number[];
}

export type TableEntry = string | number | bigint | boolean | Date | Uint8Array | Real | Uid | Container;

/**
 * The objects of one document, flat, the root first. Equal strings and booleans share a place, as directory
 * listings repeat a handful of them by the ten thousand; looking for equals among the rest costs more than it saves.
 */
export class ObjectTable {
  readonly entries: TableEntry[] = [];
  readonly #shared = new Map<string | boolean, number>();

  constructor(root: PlistInput) {
    this.#add(root, 0);
  }

  #add(value: PlistInput, depth: number): number {
    if (typeof value === 'string' || typeof value === 'boolean') return this.#share(value);
    if (typeof value !== 'object') return this.#push(value);
    if (isArray(value)) {
      const items: number[] = [];
      const place = this.#open({ kind: 'container', items }, depth);
      for (const item of value) items.push(this.#add(item, depth + 1));
      return place;
    }
    if (
      value instanceof Date ||
      value instanceof Uint8Array ||
      value instanceof Real ||
      value instanceof Uid
    ) {
      return this.#push(value);
    }
    const keys: number[] = [];
    const items: number[] = [];
    const place = this.#open({ kind: 'container', keys, items }, depth);
    eachEntry(value, (item, key) => {
      keys.push(this.#share(key));
      items.push(this.#add(item, depth + 1));
    });
    return place;
  }

  #open(container: Container, depth: number): number {
    if (depth >= MAX_DEPTH) throw new WireError('wire.plist', `nested deeper than ${MAX_DEPTH} levels`);
    return this.#push(container);
  }

  #push(entry: TableEntry): number {
    return this.entries.push(entry) - 1;
  }

  #share(value: string | boolean): number {
    const known = this.#shared.get(value);
    if (known !== undefined) return known;
    const place = this.#push(value);
    this.#shared.set(value, place);
    return place;
  }
}
