import { answers, attachedNow } from './reach-phone.ts';
import type { Remedy } from './remedy.ts';
import { lastOf, type Situation } from './situation.ts';
import { until } from './wait.ts';

/** A phone that charges wakes by itself every few minutes; one that does not needs a hand. */
const PATIENCE_MS = 3 * 60_000;

/** The phone was reached over Wi-Fi when it went. */
export function wasOnWifi(situation: Pick<Situation, 'evidence'>): boolean {
  return (['wifi.lost', 'wifi.broke', 'wifi.asleep'] as const).some(
    (kind) => lastOf(situation, kind) !== undefined,
  );
}

/** The phone is gone from Wi-Fi: it sleeps, or was carried away. The cable will do as well. */
export const waitForWifi: Remedy = {
  id: 'wait-for-wifi',
  requirements: ['B7', 'D3', 'D5'],
  risk: 'none',
  reach: 'auto',
  cures: { 'phone-asleep': 0.6, 'wifi-unstable': 0.8 },
  cost: { seconds: 60, trouble: 0 },
  tries: 2,
  sentence: () => 'Waiting for the iPhone to show on Wi-Fi again, or on the cable.',
  may: (situation) => situation.trouble.kind === 'ended' && wasOnWifi(situation),
  apply: async (situation, signal) => {
    const back = async (now: AbortSignal): Promise<boolean> =>
      (await attachedNow(situation, now)) !== undefined && (await answers(situation, now));
    return (await until(situation, PATIENCE_MS, back, signal)) ? 'done' : 'failed';
  },
};
