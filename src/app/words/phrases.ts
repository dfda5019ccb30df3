import type { Facts } from '../../kit/errors.ts';

/** What a person is told of a failure: what happened, what is safe, and the one next step. */
export interface Words {
  readonly what: string;
  readonly safe: string;
  readonly next: string;
}

/** Words for every code of a room: a code without words does not compile. */
export type WordsFor<Code extends string> = { readonly [C in Code]: (facts: Facts) => Words };

export const EARLIER_SAFE = 'Your earlier backup is as it was.';
export const NOTHING_TOUCHED = 'Nothing was changed.';

const UNITS = ['bytes', 'KB', 'MB', 'GB', 'TB'] as const;

/** A size as people read it, in thousands as Finder counts. */
export function sizeInWords(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${unit === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${UNITS[unit]}`;
}
