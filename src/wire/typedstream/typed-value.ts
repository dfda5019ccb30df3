/** An Objective-C object out of a typedstream. */
export interface TypedObject {
  readonly kind: 'object';
  /** From its own class to its last ancestor: `NSMutableString`, `NSString`, `NSObject`. */
  readonly classes: readonly string[];
  /** What it wrote of itself: groups of values, in order. Filled while it is read, so graphs may be cyclic. */
  readonly groups: readonly TypedGroup[];
}

/** A value of a typedstream; C strings are text, NSString's bytes and arrays of characters are bytes. */
export type TypedValue =
  | number
  | bigint
  | string
  | Uint8Array
  | TypedObject
  | readonly TypedValue[]
  | undefined;

/** Values written by one call: their types stand in one string before them. */
export type TypedGroup = readonly TypedValue[];

export function isTypedObject(value: TypedValue): value is TypedObject {
  return typeof value === 'object' && 'kind' in value && value.kind === 'object';
}

/** True for objects of a class or of one derived from it. */
export function isOfClass(object: TypedObject, ...names: readonly string[]): boolean {
  return names.some((name) => object.classes.includes(name));
}
