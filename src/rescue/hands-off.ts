import { type Evidence, isEvidenceOf } from '../kit/evidence.ts';
import type { Remedy } from '../remedies/remedy.ts';

/**
 * While an update or a restore of the phone is under way nothing may restart it, and nobody may be asked to: broken off,
 * it may not start any more. That holds until the phone is back with a fresh start, or was waited for as long as any takes.
 */
export function isAtWork(evidence: readonly Evidence[]): boolean {
  const newest = evidence.findLast(tellsOfPulse);
  if (newest?.kind === 'phone.starting') return true;
  return evidence.findLastIndex(beginsWork) > evidence.findLastIndex(endsWork);
}

/** What may be done meanwhile: to look, and to wait. */
export function isHandsOff({ risk, reach }: Pick<Remedy, 'risk' | 'reach'>): boolean {
  return risk === 'none' && reach === 'auto';
}

function beginsWork(evidence: Evidence): boolean {
  if (isEvidenceOf(evidence, 'phone.updating')) return true;
  return isEvidenceOf(evidence, 'phone.mode') && evidence.facts.mode === 'restore';
}

function endsWork(evidence: Evidence): boolean {
  if (isEvidenceOf(evidence, 'phone.restarted')) return true;
  if (isEvidenceOf(evidence, 'phone.mode')) return evidence.facts.mode !== 'restore';
  return isEvidenceOf(evidence, 'remedy.tried') && evidence.facts.remedy === 'wait-while-at-work';
}

/** Nothing listens in the phone, until anything of this was seen. */
function tellsOfPulse(evidence: Evidence): boolean {
  if (isEvidenceOf(evidence, 'attempt.failed')) return evidence.facts.phase !== 'connecting';
  return (
    isEvidenceOf(evidence, 'phone.starting') ||
    isEvidenceOf(evidence, 'phone.answers') ||
    isEvidenceOf(evidence, 'phone.mute') ||
    endsWork(evidence)
  );
}
