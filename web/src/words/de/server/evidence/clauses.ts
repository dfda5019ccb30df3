import type { EvidenceFacts, EvidenceKind } from '../../../../../../src/kit/evidence.ts';
import type { Amounts } from '../../../amounts.ts';

/** Half a sentence for each kind, without a full stop. */
export type Clauses<Kinds extends EvidenceKind> = {
  readonly [Kind in Kinds]: (facts: EvidenceFacts[Kind], amounts: Amounts) => string;
};
