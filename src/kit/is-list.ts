/** A guard for lists of which nothing else is sure: `Array.isArray` alone would make their members `any`. */
export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
