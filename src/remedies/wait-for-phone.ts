import { answers, attachedNow } from './reach-phone.ts';
import type { Remedy } from './remedy.ts';
import { lastOf, type Situation } from './situation.ts';
import { until } from './wait.ts';
import { wasOnWifi } from './wait-for-wifi.ts';

/** A cable that slipped, a hub that resets, a phone that restarts: most are back within this. */
const PATIENCE_MS = 60_000;
const LOST = new Set([
  'phone.gone',
  'phone.absent',
  'phone.none',
  'phone.not-listening',
  'backup.link-lost',
  'mux.gone',
  'mux.absent',
]);

/** The phone is not on the bus: it may come back by itself. */
export const waitForPhone: Remedy = {
  id: 'wait-for-phone',
  requirements: ['A4', 'A8', 'C2'],
  risk: 'none',
  reach: 'auto',
  cures: {
    'link-unstable': 0.8,
    'bad-cable-or-port': 0.4,
    'bad-hub': 0.4,
    'usb-power-saving': 0.4,
    'two-phone-services': 0.3,
    'phone-restarted': 0.8,
    'computer-slept': 0.8,
    'usbmuxd-hung': 0.3,
    'usbmuxd-missing': 0.2,
    'phone-not-connected': 0.4,
    'phone-updating': 0.5,
    'weak-power': 0.5,
    '*': 0.3,
  },
  cost: { seconds: 15, trouble: 0 },
  tries: 4,
  sentence: () => 'Waiting for the iPhone to come back.',
  may: (situation) =>
    situation.trouble.kind === 'ended' &&
    LOST.has(situation.trouble.code ?? '') &&
    !isServiceDown(situation) &&
    !wasOnWifi(situation),
  apply: async (situation, signal) => {
    const back = async (now: AbortSignal): Promise<boolean> =>
      (await attachedNow(situation, now)) !== undefined && (await answers(situation, now));
    return (await until(situation, PATIENCE_MS, back, signal)) ? 'done' : 'failed';
  },
};

/** What is not installed, or was stopped, does not come back by itself. */
function isServiceDown(situation: Situation): boolean {
  const state = lastOf(situation, 'computer.phone-service')?.state;
  return state === 'missing' || state === 'disabled' || state === 'stopped';
}
