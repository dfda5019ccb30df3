import { damaged } from './typed-cursor.ts';
import {
  isOfClass,
  isTypedObject,
  type TypedGroup,
  type TypedObject,
  type TypedValue,
} from './typed-value.ts';
import { decodeTypedstream } from './typedstream.ts';

/** A stretch of an attributed string with the same attributes. */
export interface AttributedRun {
  readonly text: string;
  readonly attributes: ReadonlyMap<string, AttributeValue>;
}

/** A dictionary or anything else that is not plain counts as undefined: the name alone says something. */
export type AttributeValue = string | number | Uint8Array | undefined;

export interface AttributedString {
  readonly text: string;
  readonly runs: readonly AttributedRun[];
}

/**
 * Reads an NSAttributedString or a plain NSString out of a typedstream (`attributedBody` and the edit history of
 * Messages). Throws WireError 'wire.typedstream'.
 */
export function decodeAttributedString(bytes: Uint8Array): AttributedString {
  const [root] = decodeTypedstream(bytes);
  if (!isTypedObject(root)) throw damaged('no object in it');
  if (isOfClass(root, 'NSString')) return plain(textOf(root));
  if (!isOfClass(root, 'NSAttributedString')) throw damaged(`${root.classes[0] ?? 'an object'} is no text`);
  const [first, ...rest] = root.groups;
  const string = first?.[0];
  if (!isTypedObject(string)) throw damaged('an attributed string without its string');
  const text = textOf(string);
  return rest.length === 0 ? plain(text) : { text, runs: runsOf(text, rest) };
}

function plain(text: string): AttributedString {
  return { text, runs: [{ text, attributes: new Map<string, AttributeValue>() }] };
}

/** Each run: a number for its attributes and a length in UTF-16 units; the attributes follow when the number is new. */
function runsOf(text: string, groups: readonly TypedGroup[]): AttributedRun[] {
  const known = new Map<TypedValue, ReadonlyMap<string, AttributeValue>>();
  const runs: AttributedRun[] = [];
  let at = 0;
  for (let index = 0; index < groups.length; index += 1) {
    const [number, length] = groups[index] ?? [];
    if (typeof number !== 'number' || typeof length !== 'number') throw damaged('a run without a length');
    const dictionary = groups[index + 1]?.[0];
    if (!known.has(number) && isTypedObject(dictionary)) {
      known.set(number, attributesOf(dictionary));
      index += 1;
    }
    runs.push({ text: text.slice(at, at + length), attributes: known.get(number) ?? new Map() });
    at += length;
  }
  return runs;
}

function attributesOf(dictionary: TypedObject): Map<string, AttributeValue> {
  const attributes = new Map<string, AttributeValue>();
  const [, ...entries] = dictionary.groups;
  for (let index = 0; index + 1 < entries.length; index += 2) {
    const key = entries[index]?.[0];
    if (isTypedObject(key)) attributes.set(textOf(key), attributeOf(entries[index + 1]?.[0]));
  }
  return attributes;
}

function attributeOf(value: TypedValue): AttributeValue {
  if (!isTypedObject(value)) return undefined;
  if (isOfClass(value, 'NSString')) return textOf(value);
  if (isOfClass(value, 'NSData')) return bytesIn(value.groups[1]);
  // NSValue: a C string with the type, then the value.
  if (isOfClass(value, 'NSNumber')) return numberIn(value.groups[1]);
  if (isOfClass(value, 'NSURL')) return urlOf(value);
  return undefined;
}

function urlOf(url: TypedObject): string | undefined {
  const text = url.groups.flat().find((part) => isTypedObject(part) && isOfClass(part, 'NSString'));
  return isTypedObject(text) ? textOf(text) : undefined;
}

function textOf(string: TypedObject): string {
  const bytes = bytesIn(string.groups[0]);
  if (!bytes) throw damaged('a string without bytes');
  return Buffer.from(bytes).toString('utf8');
}

function bytesIn(group: TypedGroup | undefined): Uint8Array | undefined {
  return group?.[0] instanceof Uint8Array ? group[0] : undefined;
}

function numberIn(group: TypedGroup | undefined): number | undefined {
  const value = group?.[0];
  return typeof value === 'number' || typeof value === 'bigint' ? Number(value) : undefined;
}
