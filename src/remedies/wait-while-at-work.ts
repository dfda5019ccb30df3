import { runsIos } from './probes/mode-probes.ts';
import type { Remedy } from './remedy.ts';
import { until } from './wait.ts';

/** Apple lets an update of iOS take an hour before it calls it stuck. */
const PATIENCE_MS = 3_600_000;
const ABOUT_PHONE = /^(?:phone\.|mux\.|backup\.(?:link-lost|daemon-gone)|stream\.)/;

/** An update or restore of the phone is under way, or may be: the one thing that helps is to let it. */
export const waitWhileAtWork: Remedy = {
  id: 'wait-while-at-work',
  requirements: ['C1'],
  risk: 'none',
  reach: 'auto',
  cures: { 'phone-updating': 0.95, 'restore-under-way': 0.9, 'phone-busy': 0.8 },
  cost: { seconds: 1200, trouble: 0 },
  tries: 1,
  sentence: () =>
    'Waiting until the iPhone is back: it is at work on itself. Leave it connected and press nothing; an update may take an hour.',
  may: ({ trouble: { kind, code } }) =>
    kind === 'stuck' || (kind === 'ended' && (code === undefined || ABOUT_PHONE.test(code))),
  apply: async (situation, signal) => {
    const isBack = (now: AbortSignal): Promise<boolean> => runsIos(situation, now);
    return (await until(situation, PATIENCE_MS, isBack, signal)) ? 'done' : 'failed';
  },
};
