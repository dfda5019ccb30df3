import type { EvidenceFacts, EvidenceKind } from '../../kit/evidence.ts';

/** A clause for each of these kinds: what was seen, in the past tense, without a full stop. */
export type WordsOf<Kinds extends EvidenceKind> = {
  readonly [Kind in Kinds]: (facts: EvidenceFacts[Kind]) => string;
};
