import type { Explanation } from '../rescue/request.ts';
import { Exit, exitCodeOf } from './exit-codes.ts';
import { codeOf, wordsOf } from './words.ts';

/** What a failure means to a person, where its code is all there is to go by. */
export function explain(thrown: unknown): Explanation {
  const { what, safe, next } = wordsOf(thrown);
  const exit = exitCodeOf(thrown);
  return {
    cause: {
      id: codeOf(thrown),
      requirements: [],
      certainty: 1,
      sentence: what,
      safe,
      next,
      evidence: [],
    },
    needsPerson: exit === Exit.person,
    final: exit === Exit.usage || exit === Exit.noPhone,
  };
}
