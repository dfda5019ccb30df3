import { WireError } from '../../../wire/errors.ts';
import { protoBytes, protoFields, protoNumber, protoText } from '../../../wire/protobuf.ts';
import type { NoteTable } from './note.ts';
import { unzipped } from './unzipped.ts';

/** Far more than anybody types; a few bytes must not become a grid of millions. */
const MAX_CELLS = 100_000;

/**
 * Reads a table of a note: protobuf, packed. Several devices may change a table at once, so it is stored as objects that
 * point at each other by number: an order of rows, one of columns, and texts by column and row. Field numbers and names as
 * the public readers of Notes have them. Undefined for what is damaged or no such table.
 */
export function decodeNoteTable(data: Uint8Array): NoteTable | undefined {
  try {
    const document = unzipped(data);
    const version = document && protoBytes(document, 2);
    const stored = version && protoBytes(version, 3);
    return stored && tableOf(storeOf(stored));
  } catch (thrown) {
    if (thrown instanceof WireError) return undefined;
    throw thrown;
  }
}

interface Store {
  readonly objects: readonly Uint8Array[];
  /** Names of parts, which objects give by their number here. */
  readonly keys: readonly string[];
  readonly types: readonly string[];
  /** Number by UUID of a row or column. */
  readonly ids: ReadonlyMap<string, number>;
}

function storeOf(stored: Uint8Array): Store {
  return {
    objects: repeated(stored, 3),
    keys: repeated(stored, 4).map((key) => Buffer.from(key).toString('utf8')),
    types: repeated(stored, 5).map((type) => Buffer.from(type).toString('utf8')),
    ids: new Map(repeated(stored, 6).map((id, number) => [Buffer.from(id).toString('hex'), number])),
  };
}

function tableOf(store: Store): NoteTable | undefined {
  const root = store.objects.find((object) => store.types[typeOf(object)] === 'com.apple.notes.ICTable');
  const parts = partsOf(store, root);
  const rows = orderOf(store, pointed(store, parts.get('crRows')));
  const columns = orderOf(store, pointed(store, parts.get('crColumns')));
  if (rows.count * columns.count > MAX_CELLS || rows.count * columns.count === 0) return undefined;
  const grid = Array.from({ length: rows.count }, () => new Array<string>(columns.count).fill(''));
  for (const [columnId, cells] of pairsOf(store, pointed(store, parts.get('cellColumns')))) {
    const column = columns.places.get(columnId);
    for (const [rowId, cell] of pairsOf(store, cells)) {
      const row = grid[rows.places.get(rowId) ?? -1];
      // What stood in rows and columns that were deleted since is still stored.
      if (row && column !== undefined) row[column] = cellText(cell);
    }
  }
  return { rows: grid, rightToLeft: isRightToLeft(store) };
}

interface Order {
  readonly count: number;
  /** Where the row or column of an id stands. */
  readonly places: ReadonlyMap<number, number>;
}

/** The entries in their order; cells may name an entry by a second id, which a list beside translates. */
function orderOf(store: Store, set: Uint8Array | undefined): Order {
  const ordering = set && nested(set, 16, 1);
  const entries = ordering ? repeated(protoBytes(ordering, 1), 2) : [];
  const places = new Map<number, number>();
  entries.forEach((entry, place) => {
    const id = store.ids.get(Buffer.from(protoBytes(entry, 2) ?? []).toString('hex'));
    if (id !== undefined) places.set(id, place);
  });
  for (const pair of repeated(ordering && protoBytes(ordering, 2), 1)) {
    const place = places.get(idOf(store, pointed(store, protoBytes(pair, 1))));
    if (place !== undefined) places.set(idOf(store, pointed(store, protoBytes(pair, 2))), place);
  }
  return { count: entries.length, places };
}

/** What a dictionary holds, by the id of a row or column. */
function* pairsOf(store: Store, dictionary: Uint8Array | undefined): Generator<[number, Uint8Array]> {
  for (const pair of repeated(dictionary && protoBytes(dictionary, 6), 1)) {
    const value = pointed(store, protoBytes(pair, 2));
    if (value) yield [idOf(store, pointed(store, protoBytes(pair, 1))), value];
  }
}

/** The named parts of an object. */
function partsOf({ keys }: Store, object: Uint8Array | undefined): Map<string, Uint8Array> {
  const parts = new Map<string, Uint8Array>();
  for (const part of repeated(object && protoBytes(object, 13), 3)) {
    const [key, value] = [keys[protoNumber(part, 1) ?? 0], protoBytes(part, 2)];
    if (key !== undefined && value) parts.set(key, value);
  }
  return parts;
}

function pointed({ objects }: Store, pointer: Uint8Array | undefined): Uint8Array | undefined {
  return pointer && objects[protoNumber(pointer, 6) ?? 0];
}

function idOf(store: Store, object: Uint8Array | undefined): number {
  const index = partsOf(store, object).get('UUIDIndex');
  return index ? (protoNumber(index, 2) ?? 0) : -1;
}

function typeOf(object: Uint8Array): number {
  const parts = protoBytes(object, 13);
  return parts ? (protoNumber(parts, 1) ?? 0) : -1;
}

function cellText(cell: Uint8Array): string {
  const note = protoBytes(cell, 10);
  const text = (note && protoText(note, 2)) ?? '';
  return text.replace(/\n$/, '').replaceAll('\ufffc', '[attachment]');
}

function isRightToLeft(store: Store): boolean {
  return store.objects.some((object) =>
    [...partsOf(store, object).values()].some(
      (value) => protoText(value, 4)?.endsWith('RightToLeft') === true,
    ),
  );
}

function nested(bytes: Uint8Array, outer: number, inner: number): Uint8Array | undefined {
  const found = protoBytes(bytes, outer);
  return found && protoBytes(found, inner);
}

/** All messages, texts or data of a field. */
function repeated(bytes: Uint8Array | undefined, number: number): Uint8Array[] {
  const found: Uint8Array[] = [];
  if (!bytes) return found;
  for (const field of protoFields(bytes)) {
    if (field.number === number && field.value instanceof Uint8Array) found.push(field.value);
  }
  return found;
}
