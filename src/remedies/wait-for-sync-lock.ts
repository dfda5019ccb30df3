import { syncLockFree } from './probes/sync-lock-probe.ts';
import type { Remedy } from './remedy.ts';
import { until } from './wait.ts';

/** A sync takes minutes. */
const PATIENCE_MS = 300_000;

/** Another program syncs with the phone: it will be done in a while. */
export const waitForSyncLock: Remedy = {
  id: 'wait-for-sync-lock',
  requirements: ['A1', 'A8'],
  risk: 'none',
  reach: 'auto',
  seesEnd: true,
  cures: { 'sync-lock-held': 0.8, 'leftover-run': 0.3 },
  cost: { seconds: 60, trouble: 0 },
  tries: 2,
  sentence: () => 'Waiting until the other program lets go of the iPhone.',
  may: ({ trouble }) => trouble.code === 'backup.sync-locked',
  apply: async (situation, signal) => {
    const look = await syncLockFree(situation, signal);
    return (await until(situation, PATIENCE_MS, look, signal)) ? 'done' : 'failed';
  },
};
