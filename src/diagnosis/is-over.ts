import type { Evidence, EvidenceKind } from '../kit/evidence.ts';
import type { NamedCause } from '../kit/run-event.ts';
import { causes } from './causes.ts';
import { topicOf } from './topics.ts';

/** The very trouble; that the run got past it says nothing of why. */
const TROUBLE: ReadonlySet<EvidenceKind> = new Set<EvidenceKind>(['attempt.failed', 'remedy.tried']);
/** With a run that gets further these cannot be so any more. */
const ENDED_BY_HEADWAY: ReadonlySet<EvidenceKind> = new Set<EvidenceKind>([
  'link.detached',
  'wifi.lost',
  'watch.stuck',
  'phone.mute',
  'phone.starting',
  'phone.mode',
  'prompt.waits',
  'prompt.expired',
  'pairing.record',
]);

/**
 * Of a run that got further: whether what spoke strongest for a cause is gone. False also where nobody can know: a crash
 * has happened, whether or not another follows.
 */
export function isOver({ id, evidence: spoke }: NamedCause, evidence: readonly Evidence[]): boolean {
  const signs = causes.find((cause) => cause.id === id)?.signs ?? [];
  const timesOf = (one: Evidence): number => signs.find((sign) => sign.fits(one))?.times ?? 1;
  const [strongest] = spoke
    .filter(({ kind }) => !TROUBLE.has(kind))
    .toSorted((a, b) => timesOf(b) - timesOf(a));
  if (!strongest) return false;
  if (ENDED_BY_HEADWAY.has(strongest.kind)) return true;
  const topic = topicOf(strongest);
  const newest = evidence.findLast((one) => topic !== undefined && topicOf(one) === topic);
  return newest !== undefined && timesOf(newest) <= 1;
}
