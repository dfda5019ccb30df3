import type { Remedy } from './remedy.ts';

/** A router that restarts is back within three minutes; a provider's hiccup is shorter. */
const PAUSES_MS = [20_000, 60_000, 100_000] as const;

/** The network is unsteady or gone: many such troubles pass by themselves. */
export const waitForNetwork: Remedy = {
  id: 'wait-for-network',
  requirements: ['B2', 'B7', 'D3'],
  risk: 'none',
  reach: 'auto',
  cures: { 'internet-unstable': 0.3, 'no-internet': 0.35, 'dns-broken': 0.35 },
  cost: { seconds: 120, trouble: 0 },
  tries: 1,
  sentence: () => 'Waiting a few minutes, in case the network mends itself.',
  may: ({ networkTrouble }) => networkTrouble !== undefined,
  apply: async ({ clock, networkTrouble }, signal) => {
    const before = await networkTrouble?.(signal);
    for (const pause of PAUSES_MS) {
      await clock.sleep(pause, signal);
      if ((await networkTrouble?.(signal)) !== before) return 'done';
    }
    return 'failed';
  },
};
