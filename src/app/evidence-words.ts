import { evidenceInWords } from '../diagnosis/evidence-in-words.ts';
import type { Evidence, EvidenceSource } from '../kit/evidence.ts';

/** A piece of evidence as a person reads it: what was seen, by whom, and when (ISO). */
export function evidenceWords(evidence: Evidence): {
  readonly sentence: string;
  readonly source: EvidenceSource;
  readonly at: string;
} {
  return { sentence: evidenceInWords(evidence), source: evidence.source, at: evidence.at };
}
