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
