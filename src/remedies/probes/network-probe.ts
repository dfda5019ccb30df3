import type { Probe } from './probe.ts';

/** A look at the network takes seconds, and asks others. */
const EVERY_MS = 5000;

/** What was wrong with the network when the step was asked for no longer is. */
export const networkMended: Probe = async ({ clock, networkTrouble }, signal) => {
  const before = await networkTrouble?.(signal);
  let looked = clock.ticks();
  return async (now) => {
    if (clock.ticks() - looked < EVERY_MS) return false;
    const trouble = await networkTrouble?.(now);
    looked = clock.ticks();
    return trouble !== before;
  };
};
