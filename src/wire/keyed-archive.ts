import { isList } from '../kit/is-list.ts';
import { WireError } from './errors.ts';
import { asArray, asDict, dictIn, isDict, numberOf } from './plist/access.ts';
import { decodePlist } from './plist/decode.ts';
import { PLIST_EPOCH_SECONDS, type PlistArray, type PlistDict, type PlistValue, Uid } from './plist/value.ts';

/** A value out of an NSKeyedArchiver document, with Foundation's wrappers taken off. */
export type ArchivedValue =
  | string
  | number
  | boolean
  | Date
  | Uint8Array
  | undefined
  | readonly ArchivedValue[]
  | ArchivedObject;

/** A dictionary, or an object of any other class by its keys; `$class` holds the class's name. */
export type ArchivedObject = ReadonlyMap<string, ArchivedValue>;

const MAX_DEPTH = 40;
/** Graphs may name one object from many places: what is unfolded is bounded. */
const MAX_VALUES = 100_000;

/** Reads what NSKeyedArchiver wrote. Throws WireError 'wire.plist' or 'wire.unexpected'. */
export function decodeKeyedArchive(bytes: Uint8Array): ArchivedValue {
  const archive = asDict(decodePlist(bytes), 'archive');
  const reader = new Reader(asArray(archive.get('$objects'), '$objects'));
  const top = dictIn(archive, '$top');
  return reader.value(top.get('root') ?? [...top.values()][0], 0);
}

export function isArchivedObject(value: ArchivedValue): value is ArchivedObject {
  return value instanceof Map;
}

class Reader {
  readonly #objects: PlistArray;
  readonly #open = new Set<number>();
  #values = 0;

  constructor(objects: PlistArray) {
    this.#objects = objects;
  }

  value(value: PlistValue | undefined, depth: number): ArchivedValue {
    this.#values += 1;
    if (depth > MAX_DEPTH || this.#values > MAX_VALUES)
      throw new WireError('wire.unexpected', 'archive is too large');
    if (value instanceof Uid) return this.#referred(value.value, depth);
    if (isDict(value)) return this.#object(value, depth);
    if (value instanceof Date || value instanceof Uint8Array) return value;
    if (typeof value === 'string') return value === '$null' ? undefined : value;
    if (typeof value === 'boolean') return value;
    if (isList(value)) return this.#list(asArray(value), depth);
    return numberOf(value);
  }

  /** A cycle ends where it closes. */
  #referred(index: number, depth: number): ArchivedValue {
    if (this.#open.has(index)) return undefined;
    this.#open.add(index);
    try {
      return this.value(this.#objects[index], depth + 1);
    } finally {
      this.#open.delete(index);
    }
  }

  #object(object: PlistDict, depth: number): ArchivedValue {
    const values = object.get('NS.objects');
    if (values !== undefined) {
      const list = this.#list(asArray(values, 'NS.objects'), depth);
      const keys = object.get('NS.keys');
      return keys === undefined ? list : zip(this.#list(asArray(keys, 'NS.keys'), depth), list);
    }
    for (const wrapped of ['NS.string', 'NS.data', 'NS.bytes'] as const) {
      const inner = object.get(wrapped);
      if (inner !== undefined) return this.value(inner, depth);
    }
    const time = numberOf(object.get('NS.time'));
    if (time !== undefined) return new Date((time + PLIST_EPOCH_SECONDS) * 1000);
    if (object.has('NS.relative')) return this.value(object.get('NS.relative'), depth);
    return this.#plain(object, depth);
  }

  #plain(object: PlistDict, depth: number): ArchivedObject {
    const plain = new Map<string, ArchivedValue>();
    for (const [key, value] of object) {
      plain.set(key, key === '$class' ? this.#className(value) : this.value(value, depth + 1));
    }
    return plain;
  }

  #className(value: PlistValue): string | undefined {
    const described = value instanceof Uid ? this.#objects[value.value] : value;
    const name = isDict(described) ? described.get('$classname') : undefined;
    return typeof name === 'string' ? name : undefined;
  }

  #list(values: PlistArray, depth: number): ArchivedValue[] {
    return values.map((value) => this.value(value, depth + 1));
  }
}

function zip(keys: readonly ArchivedValue[], values: readonly ArchivedValue[]): ArchivedObject {
  const dictionary = new Map<string, ArchivedValue>();
  keys.forEach((key, index) => {
    if (typeof key === 'string') dictionary.set(key, values[index]);
  });
  return dictionary;
}
