import type { Evidence, EvidenceFacts, EvidenceKind } from '../../../src/kit/evidence.ts';

/** For tests: evidence found so many seconds after noon. */
export function evidence<Kind extends EvidenceKind>(
  kind: Kind,
  facts: EvidenceFacts[Kind],
  seconds = 0,
): Evidence<Kind> {
  const at = new Date(Date.UTC(2026, 0, 1, 12, 0, seconds)).toISOString();
  return { kind, source: 'phone', at, facts };
}
