import type { EvidenceFacts, EvidenceKind } from '../../../../../src/kit/evidence.ts';
import type { Amounts } from '../../amounts.ts';

type Clauses = {
  readonly [Kind in EvidenceKind]?: (facts: EvidenceFacts[Kind], amounts: Amounts) => string;
};

/** By kind, as half a sentence without a full stop; the English ones are in src/diagnosis/evidence-words/. */
export const evidence: Clauses = {
  'link.detached': () => 'das iPhone war nicht mehr am Kabel',
  'link.attached': ({ secondsAway }, amounts) =>
    `das iPhone war nach ${amounts.duration(secondsAway)} wieder da`,
  'watch.stuck': ({ silentSeconds }, amounts) =>
    `seit ${amounts.duration(silentSeconds)} kam kein Lebenszeichen`,
  'destination.space': ({ freeBytes }, amounts) => `auf dem Laufwerk waren ${amounts.size(freeBytes)} frei`,
};
