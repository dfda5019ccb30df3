import type { Remedy } from './remedy.ts';

/** As often as Apple's page is worth reading. */
const EVERY_MS = 5 * 60_000;
/** Outages last hours, seldom a day; then a person should decide anew. */
const LONGEST_MS = 24 * 3_600_000;
/** Somebody who waits for nobody still waits this long for Apple. */
const SHORTEST_MS = 10 * 60_000;

/** Apple's services are out of order: they come back by themselves, and Thaw looks until they do. */
export const waitForApple: Remedy = {
  id: 'wait-for-apple',
  requirements: ['D11'],
  risk: 'none',
  reach: 'auto',
  cures: { 'apple-outage': 0.9 },
  cost: { seconds: 3600, trouble: 0 },
  tries: 1,
  sentence: () =>
    'Looking every five minutes until Apple’s services work again. Stop it whenever you like; a local backup can be made meanwhile.',
  may: ({ networkTrouble }) => networkTrouble !== undefined,
  apply: async ({ clock, networkTrouble, patience }, signal) => {
    const deadline = clock.ticks() + Math.max(SHORTEST_MS, patience(LONGEST_MS));
    while (clock.ticks() < deadline) {
      await clock.sleep(EVERY_MS, signal);
      if ((await networkTrouble?.(signal)) !== 'apple-outage') return 'done';
    }
    return 'failed';
  },
};
