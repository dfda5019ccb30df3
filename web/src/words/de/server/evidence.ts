import type { EvidenceKind } from '../../../../../src/kit/evidence.ts';
import type { Clauses } from './evidence/clauses.ts';
import { cloudClauses } from './evidence/cloud.ts';
import { computerClauses } from './evidence/computer.ts';
import { networkClauses } from './evidence/network.ts';
import { phoneClauses } from './evidence/phone.ts';
import { runClauses } from './evidence/run.ts';

/** By kind; the English ones are in src/diagnosis/evidence-words/. A kind without its clause does not compile. */
export const evidence: Clauses<EvidenceKind> = {
  ...runClauses,
  ...phoneClauses,
  ...computerClauses,
  ...networkClauses,
  ...cloudClauses,
};
