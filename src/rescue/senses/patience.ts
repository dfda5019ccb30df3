import { type Clock, systemClock } from '../../kit/clock.ts';

/** Where the phone lives faster than this computer does (the lab), the computer still needs its own time to answer. */
const LEAST_MS = 1500;

/** Waits so long by the run's clock, and for 1.5 s of this computer's own time if that is longer. */
export async function waitAtLeast(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  await Promise.all([clock.sleep(ms, signal), systemClock.sleep(Math.min(ms, LEAST_MS), signal)]);
}
