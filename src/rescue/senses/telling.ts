import type { Clock } from '../../kit/clock.ts';
import type { Evidence } from '../../kit/evidence.ts';
import type { Found, Perceiving } from './sense.ts';

/** How long the same fact is not worth saying again. */
const SAME_FACT_MS = 30_000;
/** Distinct facts of one run that are remembered; a run that finds more has other worries than hearing one twice. */
const MAX_REMEMBERED = 1000;

/** Gives evidence its time, and holds back what was just said: a busy phone repeats itself a thousand times. */
export function telling(clock: Clock, onEvidence: (evidence: Evidence) => void): Perceiving['tell'] {
  const toldAt = new Map<string, number>();
  const isDue = (key: string, everyMs: number): boolean => {
    const last = toldAt.get(key);
    return last === undefined || clock.ticks() - last >= everyMs;
  };
  return (found: Found, everySeconds = 0) => {
    const fact = `${found.kind} ${JSON.stringify(found.facts)}`;
    if (!isDue(found.kind, everySeconds * 1000) || !isDue(fact, SAME_FACT_MS)) return;
    if (toldAt.size > MAX_REMEMBERED) toldAt.clear();
    toldAt.set(found.kind, clock.ticks()).set(fact, clock.ticks());
    onEvidence({ ...found, at: clock.now().toISOString() });
  };
}
