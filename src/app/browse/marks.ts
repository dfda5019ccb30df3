/**
 * The way into a long list: where each of its pages begins, so that any page can be read on from there. What is kept is
 * a key a page, not one an item.
 */
export interface Marks<Key> {
  readonly total: number;
  /** What stands before each page; undefined before the first. */
  readonly before: readonly (Key | undefined)[];
}

/** Lets others be served while a long list is gone through. */
const REST_EVERY = 20_000;

/**
 * Goes once through all keys of a list, in its order; undefined is what was looked at and is not in the list. The first
 * page may have another size, so that a list can be paged from its end.
 */
export async function markPages<Key>(
  keys: Iterable<Key | undefined>,
  size: number,
  rest: () => Promise<void>,
  first = size,
): Promise<Marks<Key>> {
  const before: (Key | undefined)[] = [];
  let [looked, total] = [0, 0];
  let last: Key | undefined;
  for (const key of keys) {
    looked += 1;
    if (looked % REST_EVERY === 0) await rest();
    if (key === undefined) continue;
    if (total === 0 || (total >= first && (total - first) % size === 0)) before.push(last);
    last = key;
    total += 1;
  }
  return { total, before };
}
