import { type Evidence, type EvidenceKind, isEvidenceOf } from '../kit/evidence.ts';
import { cloudWords } from './evidence-words/cloud-words.ts';
import { computerWords } from './evidence-words/computer-words.ts';
import { networkWords } from './evidence-words/network-words.ts';
import { logWords, phoneWords, watchWords } from './evidence-words/phone-words.ts';
import { runWords } from './evidence-words/run-words.ts';
import type { WordsOf } from './evidence-words/words-of.ts';

/** Words for every kind; a new kind does not compile without. */
const words: WordsOf<EvidenceKind> = {
  ...phoneWords,
  ...logWords,
  ...watchWords,
  ...cloudWords,
  ...computerWords,
  ...networkWords,
  ...runWords,
};

/** Every kind there are words for. */
export const evidenceKinds: readonly string[] = Object.keys(words);

/** What was seen, as a clause without its full stop: “the iPhone left the cable connection”. */
export function evidenceInWords(evidence: Evidence): string {
  return clauseOf(evidence.kind, evidence);
}

function clauseOf<Kind extends EvidenceKind>(kind: Kind, evidence: Evidence): string {
  return isEvidenceOf(evidence, kind) ? words[kind](evidence.facts) : '';
}

/** The evidence for a cause in one sentence; the same thing seen again is counted. */
export function because(evidence: readonly Evidence[]): string {
  const times = new Map<string, number>();
  for (const one of evidence) {
    const clause = evidenceInWords(one);
    times.set(clause, (times.get(clause) ?? 0) + 1);
  }
  const clauses = [...times].map(([clause, seen]) => (seen === 1 ? clause : `${clause} (${seen} times)`));
  return clauses.length === 0 ? '' : `Because ${joined(clauses)}.`;
}

function joined(clauses: readonly string[]): string {
  const last = clauses.at(-1) ?? '';
  return clauses.length < 2 ? last : `${clauses.slice(0, -1).join('; ')}; and ${last}`;
}
