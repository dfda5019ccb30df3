import type { Clock } from './clock.ts';
import { scaledClock } from './scaled-clock.ts';

/** No computer is so slow that an answer of its own takes longer. */
const LEAST_LIMIT_MS = 2500;

/**
 * For a run against a phone that lives `factor` times faster: waits are as much shorter, but what limits how long an
 * answer may take (`after`) keeps a floor, for this computer is not faster.
 */
export function fasterPhoneClock(clock: Clock, factor: number): Clock {
  return {
    ...scaledClock(clock, factor),
    after: (ms, callback) => clock.after(Math.max(ms / factor, Math.min(ms, LEAST_LIMIT_MS)), callback),
  };
}
