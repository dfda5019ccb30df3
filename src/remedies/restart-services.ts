import { openNotificationProxy } from '../phone/services/notification-proxy.ts';
import { withPhone } from './reach-phone.ts';
import type { Remedy } from './remedy.ts';

/** What a computer tells the phone at the end of every sync: it lets go of what it held for it. */
const FINISHED = 'com.apple.itunes-mobdev.syncDidFinish';
/** The daemon leaves when nobody talks to it; launchd starts it anew for the next one. */
const SETTLE_MS = 20_000;
const LIMIT_MS = 30_000;

/** The phone's backup service is told that the sync is over, and given time to end; the next conversation starts a new one. */
export const restartServices: Remedy = {
  id: 'restart-services',
  requirements: ['A3', 'A8'],
  risk: 'interrupts',
  reach: 'auto',
  cures: {
    'backup-daemon-silent': 0.5,
    'backup-daemon-crashed': 0.4,
    'backup-service-refused': 0.3,
    'leftover-on-phone': 0.05,
    'leftover-run': 0.4,
    'refused-by-phone': 0.3,
    'percent-loop': 0.3,
    'end-missing': 0.3,
    '*': 0.15,
  },
  cost: { seconds: 40, trouble: 0 },
  tries: 1,
  sentence: () => 'Restarting the iPhone’s backup service.',
  may: ({ udid, trouble }) => udid !== undefined && trouble.kind !== 'waiting',
  apply: async (situation, signal) => {
    await withPhone(
      situation,
      async (phone, limited) => {
        await using notifications = await openNotificationProxy(phone, limited);
        await notifications.post(FINISHED);
      },
      signal,
      LIMIT_MS,
    );
    await situation.clock.sleep(SETTLE_MS, signal);
    return 'done';
  },
};
