/** A floating-point number. Its own class because a property list tells 2 from 2.0, and phones mind. */
export class Real {
  readonly kind = 'real';
  readonly value: number;

  constructor(value: number) {
    this.value = value;
  }
}

/** A reference inside an NSKeyedArchiver document: the index of an entry of its `$objects`. */
export class Uid {
  readonly kind = 'uid';
  readonly value: number;

  constructor(value: number) {
    this.value = value;
  }
}

/** What decoding gives. Integers are numbers where a number holds them exactly, bigints beyond. */
export type PlistValue =
  | string
  | number
  | bigint
  | boolean
  | Date
  | Uint8Array
  | Real
  | Uid
  | PlistArray
  | PlistDict;

export type PlistArray = readonly PlistValue[];

/** A dictionary in its document's order. A Map, so that no key a peer invents can touch a prototype. */
export type PlistDict = ReadonlyMap<string, PlistValue>;

/**
 * What encoding takes: like {@link PlistValue}, with object literals allowed as dictionaries.
 * Properties that are undefined are left out. A fractional number must be wrapped in {@link Real}.
 */
export type PlistInput =
  | string
  | number
  | bigint
  | boolean
  | Date
  | Uint8Array
  | Real
  | Uid
  | readonly PlistInput[]
  | ReadonlyMap<string, PlistInput>
  | PlistLiteral;

export interface PlistLiteral {
  readonly [key: string]: PlistInput | undefined;
}

/** Nesting that either codec writes or reads: far beyond any real document, far below the end of the stack. */
export const MAX_DEPTH = 128;

/** Seconds from the Unix epoch to that of property lists, 2001-01-01T00:00:00Z. */
export const PLIST_EPOCH_SECONDS = 978_307_200;

export const MIN_INTEGER = -(2n ** 63n);
export const MAX_INTEGER = 2n ** 64n - 1n;

export function isArray(value: PlistInput): value is readonly PlistInput[] {
  return Array.isArray(value);
}

function isMap(value: PlistInput): value is ReadonlyMap<string, PlistInput> {
  return value instanceof Map;
}

/** Visits the entries of a dictionary of either kind, in order. Makes no arrays of them: listings are long. */
export function eachEntry(
  dict: ReadonlyMap<string, PlistInput> | PlistLiteral,
  visit: (value: PlistInput, key: string) => void,
): void {
  if (isMap(dict)) {
    dict.forEach(visit);
    return;
  }
  for (const key of Object.keys(dict)) {
    const value = dict[key];
    if (value !== undefined) visit(value, key);
  }
}
