import { type Evidence, type EvidenceFacts, type EvidenceKind, isEvidenceOf } from '../kit/evidence.ts';
import type { RequirementId } from './requirements.ts';
import type { Seen } from './seen.ts';

/**
 * Something a backup gets stuck on. A new one is a file in causes/ and a line in causes.ts. The numbers are judgements
 * by field reports and by how the protocol works; each says why in a comment beside it.
 */
export interface Cause {
  /** Stable; scenarios, remedies and scripts name it. */
  readonly id: string;
  readonly requirements: readonly RequirementId[];
  /** Of a thousand backups that got stuck, about how many for this. */
  readonly prior: number;
  readonly signs: readonly CauseSign[];
  /** What a person is told, built from what was seen; it must make sense with any one of the signs alone. */
  readonly tell: (seen: Seen) => CauseWords;
}

/** What happened, what is safe, and the one next step. */
export interface CauseWords {
  readonly sentence: string;
  readonly safe: string;
  readonly next: string;
}

/** What a piece of evidence says about a cause. */
export interface CauseSign {
  /** How many times likelier it is to be seen when this is the cause than when it is none we know; below 1 it speaks against. */
  readonly times: number;
  readonly fits: (evidence: Evidence) => boolean;
}

/** Evidence of this kind, if its facts are so, is `times` as likely under the cause as without. The first that fits counts. */
export function given<Kind extends EvidenceKind>(
  kind: Kind,
  times: number,
  when?: (facts: EvidenceFacts[Kind]) => boolean,
): CauseSign {
  return {
    times,
    fits: (evidence) => isEvidenceOf(evidence, kind) && (when === undefined || when(evidence.facts)),
  };
}

/** The attempt ended with one of these codes of ours. */
export function failedWith(times: number, ...codes: readonly string[]): CauseSign {
  return given('attempt.failed', times, ({ code }) => codes.includes(code));
}

export const EARLIER_SAFE = 'Your earlier backup is as it was.';
export const KEPT = 'Your earlier backup is as it was. What was received is kept and not sent again.';
/** For what happens between the phone and iCloud. */
export const CLOUD_SAFE = 'Earlier backups, in iCloud and on this computer, are as they were.';
export const NOTHING_CHANGED = 'Nothing was changed.';

/** What is safe, for a phone of which this folder holds no earlier backup. */
export function safeWithoutEarlier(safe: string): string {
  return safe.replace(EARLIER_SAFE, '').trim() || NOTHING_CHANGED;
}
