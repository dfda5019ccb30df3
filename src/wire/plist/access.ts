import { WireError } from '../errors.ts';
import { type PlistArray, type PlistDict, type PlistValue, Real } from './value.ts';

/**
 * Readers for dictionaries of a peer: `stringIn(dict, key)` and its like throw WireError 'wire.unexpected' when the
 * key is missing or its value of another kind; `maybeStringIn` and its like give undefined instead.
 */
export const { required: stringIn, maybe: maybeStringIn } = field('a string', (value) =>
  typeof value === 'string' ? value : undefined,
);

/** Integers within ±2^53; larger ones count as another kind. */
export const { required: integerIn, maybe: maybeIntegerIn } = field('an integer', (value) =>
  typeof value === 'number' ? value : undefined,
);

/** Integer or real, as a JavaScript number. */
export const { maybe: maybeNumberIn } = field('a number', numberOf);

export const { required: booleanIn, maybe: maybeBooleanIn } = field('a boolean', (value) =>
  typeof value === 'boolean' ? value : undefined,
);

export const { required: dateIn, maybe: maybeDateIn } = field('a date', (value) =>
  value instanceof Date ? value : undefined,
);

export const { required: dataIn, maybe: maybeDataIn } = field('data', (value) =>
  value instanceof Uint8Array ? value : undefined,
);

export const { required: dictIn, maybe: maybeDictIn } = field('a dictionary', (value) =>
  isDict(value) ? value : undefined,
);

export const { required: arrayIn, maybe: maybeArrayIn } = field('an array', (value) =>
  isArray(value) ? value : undefined,
);

/** Integer or real as a JavaScript number, where the value is one. */
export function numberOf(value: PlistValue | undefined): number | undefined {
  if (value instanceof Real) return value.value;
  if (typeof value === 'bigint') return Number(value);
  return typeof value === 'number' ? value : undefined;
}

/** The value as a dictionary; `what` names it in the error. Throws WireError 'wire.unexpected'. */
export function asDict(value: PlistValue | undefined, what = 'value'): PlistDict {
  if (isDict(value)) return value;
  throw unexpected(what, 'a dictionary', value);
}

/** The value as an array; `what` names it in the error. Throws WireError 'wire.unexpected'. */
export function asArray(value: PlistValue | undefined, what = 'value'): PlistArray {
  if (isArray(value)) return value;
  throw unexpected(what, 'an array', value);
}

/** The value as an array of nothing but strings. Throws WireError 'wire.unexpected'. */
export function stringsOf(value: PlistValue | undefined, what = 'value'): string[] {
  return asArray(value, what).map((item) => {
    if (typeof item === 'string') return item;
    throw unexpected(`an item of ${what}`, 'a string', item);
  });
}

function field<T>(kind: string, read: (value: PlistValue) => T | undefined) {
  const maybe = (dict: PlistDict, key: string): T | undefined => {
    const value = dict.get(key);
    return value === undefined ? undefined : read(value);
  };
  const required = (dict: PlistDict, key: string): T => {
    const value = maybe(dict, key);
    if (value === undefined) throw unexpected(key, kind, dict.get(key));
    return value;
  };
  return { required, maybe };
}

export function isDict(value: PlistValue | undefined): value is PlistDict {
  return value instanceof Map;
}

function isArray(value: PlistValue | undefined): value is PlistArray {
  return Array.isArray(value);
}

function unexpected(what: string, kind: string, value: PlistValue | undefined): WireError {
  const found = value === undefined ? 'missing' : kindOf(value);
  return new WireError('wire.unexpected', `${what} should be ${kind}, but is ${found}`, {
    facts: { what, kind, found },
  });
}

function kindOf(value: PlistValue): string {
  if (typeof value !== 'object') return typeof value;
  if (isArray(value)) return 'array';
  return isDict(value) ? 'dictionary' : value.constructor.name;
}
