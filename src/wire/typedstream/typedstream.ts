import { damaged, TypedCursor } from './typed-cursor.ts';
import type { TypedGroup, TypedObject, TypedValue } from './typed-value.ts';

/**
 * Reads the first group of a typedstream, what NSArchiver writes: Messages keeps the text of every message in one. What
 * follows the object that is wanted is of no use, and may be rubbish. Little-endian streams of system version 1000 only,
 * which is all that an iPhone writes. Throws WireError 'wire.typedstream'.
 */
export function decodeTypedstream(bytes: Uint8Array): TypedGroup {
  const cursor = new TypedCursor(bytes);
  if (!cursor.take(HEADER.length).equals(HEADER)) throw damaged('not one of an iPhone');
  return new Decoder(cursor).group(0);
}

const HEADER = Buffer.from('\u0004\u000bstreamtyped\u0081\u00e8\u0003', 'latin1');
const NEW = 0x84;
const NIL = 0x85;
const END = 0x86;
/** References count from here, as signed bytes. */
const FIRST_REFERENCE = -110;
const MAX_DEPTH = 64;
const MAX_OBJECTS = 200_000;

interface TypedClass {
  readonly kind: 'class';
  readonly names: readonly string[];
}

/** What a number in the object table may stand for. */
type Shared = TypedObject | TypedClass | string;

class Decoder {
  readonly #cursor: TypedCursor;
  readonly #strings: string[] = [];
  readonly #objects: Shared[] = [];

  constructor(cursor: TypedCursor) {
    this.#cursor = cursor;
  }

  group(depth: number): TypedGroup {
    const types = this.#sharedString();
    if (types === undefined) throw damaged('a group without types');
    return this.#values(types, depth);
  }

  #values(types: string, depth: number): TypedValue[] {
    const values: TypedValue[] = [];
    for (const type of splitTypes(types)) values.push(this.#value(type, depth));
    return values;
  }

  #value(type: string, depth: number): TypedValue {
    const cursor = this.#cursor;
    switch (type[0]) {
      case '@':
        return this.#object(depth + 1);
      case '+':
        return cursor.take(cursor.length());
      case '*':
        return this.#cString();
      case ':':
      case '%':
        return this.#sharedString();
      case '#':
        return this.#class(depth + 1)?.names[0];
      case 'c':
      case 'C':
      case 'B':
        return cursor.byte();
      case 's':
      case 'S':
      case 'i':
      case 'I':
      case 'l':
      case 'L':
      case 'q':
      case 'Q':
        return cursor.integer();
      case 'f':
        return cursor.float(4);
      case 'd':
        return cursor.float(8);
      case '[':
        return this.#array(type, depth);
      case '{':
        return this.#values(type.slice(type.indexOf('=') + 1, -1), depth + 1);
      default:
        throw damaged(`a value of type ${type.slice(0, 20)}`);
    }
  }

  #array(type: string, depth: number): TypedValue {
    const [, digits, element] = /^\[(\d{1,9})(.+)\]$/s.exec(type) ?? [];
    if (digits === undefined || element === undefined) throw damaged('an array without a length');
    if (element === 'c' || element === 'C') return this.#cursor.take(Number(digits));
    if (Number(digits) > MAX_OBJECTS || depth > MAX_DEPTH) throw damaged('an array that is too large');
    return Array.from({ length: Number(digits) }, () => this.#value(element, depth + 1));
  }

  #object(depth: number): TypedObject | undefined {
    if (depth > MAX_DEPTH) throw damaged('nested too deeply');
    const head = this.#cursor.peek();
    if (head === NIL) {
      this.#cursor.byte();
      return undefined;
    }
    if (head !== NEW) return this.#reference('object');
    this.#cursor.byte();
    const classes: string[] = [];
    const groups: TypedGroup[] = [];
    const object: TypedObject = { kind: 'object', classes, groups };
    this.#remember(object);
    classes.push(...(this.#class(depth)?.names ?? []));
    while (this.#cursor.peek() !== END) groups.push(this.group(depth));
    this.#cursor.byte();
    return object;
  }

  #class(depth: number): TypedClass | undefined {
    if (depth > MAX_DEPTH) throw damaged('nested too deeply');
    const head = this.#cursor.peek();
    if (head === NIL) {
      this.#cursor.byte();
      return undefined;
    }
    if (head !== NEW) return this.#reference('class');
    this.#cursor.byte();
    const names = [this.#sharedString() ?? ''];
    this.#cursor.integer(); // its version
    const made: TypedClass = { kind: 'class', names };
    this.#remember(made);
    names.push(...(this.#class(depth + 1)?.names ?? []));
    return made;
  }

  #cString(): string | undefined {
    const head = this.#cursor.peek();
    if (head === NIL) {
      this.#cursor.byte();
      return undefined;
    }
    if (head !== NEW) return this.#reference('string');
    this.#cursor.byte();
    const text = this.#sharedString() ?? '';
    this.#remember(text);
    return text;
  }

  #sharedString(): string | undefined {
    const head = this.#cursor.peek();
    if (head === NIL) {
      this.#cursor.byte();
      return undefined;
    }
    if (head !== NEW) {
      const text = this.#strings[this.#number()];
      if (text === undefined) throw damaged('a reference to no string');
      return text;
    }
    this.#cursor.byte();
    const text = this.#cursor.take(this.#cursor.length()).toString('utf8');
    if (this.#strings.push(text) > MAX_OBJECTS) throw damaged('too many strings');
    return text;
  }

  #reference(kind: 'object'): TypedObject;
  #reference(kind: 'class'): TypedClass;
  #reference(kind: 'string'): string;
  #reference(kind: 'object' | 'class' | 'string'): Shared {
    const found = this.#objects[this.#number()];
    const is = typeof found === 'string' ? 'string' : found?.kind;
    if (found === undefined || is !== kind) throw damaged(`a reference to no ${kind}`);
    return found;
  }

  #number(): number {
    return Number(this.#cursor.integer()) - FIRST_REFERENCE;
  }

  #remember(shared: Shared): void {
    if (this.#objects.push(shared) > MAX_OBJECTS) throw damaged('too many objects');
  }
}

/** `iI` is two types, `[904c]` and `{range=ii}` are one each. */
function splitTypes(types: string): string[] {
  const split: string[] = [];
  for (let at = 0; at < types.length; ) {
    const end = endOfType(types, at);
    split.push(types.slice(at, end));
    at = end;
  }
  return split;
}

function endOfType(types: string, start: number): number {
  let depth = 0;
  for (let at = start; at < types.length; at += 1) {
    if ('[{('.includes(types.charAt(at))) depth += 1;
    else if (']})'.includes(types.charAt(at))) depth -= 1;
    if (depth <= 0) return at + 1;
  }
  throw damaged('a type without an end');
}
