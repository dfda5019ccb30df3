import type { Remedy } from './remedy.ts';
import { until } from './wait.ts';

/** The longest scans that were told of took about an hour. */
const SCAN_MS = 3_600_000;
/** An iCloud restore goes on for hours; a phone that is busy with itself for minutes. */
const BUSY_MS = 60_000;
const BUSY = new Set(['backup.icloud-restore', 'backup.phone-busy']);

/** The phone works, only silently: the attempt goes on, and is given time. */
export const waitOutScan: Remedy = {
  id: 'wait-out-scan',
  requirements: ['B1'],
  risk: 'none',
  reach: 'auto',
  beside: true,
  cures: { 'phone-scanning': 0.9 },
  cost: { seconds: 600, trouble: 0 },
  tries: 1,
  sentence: () => 'The iPhone is looking through its files; giving it time.',
  may: ({ trouble }) => trouble.kind === 'stuck',
  apply: async (situation, signal) =>
    (await until(situation, SCAN_MS, situation.eased, signal)) ? 'done' : 'failed',
};

/** The phone said that something else keeps it busy now. */
export const waitAndRetry: Remedy = {
  id: 'wait-and-retry',
  requirements: ['A1', 'A8', 'A15'],
  risk: 'none',
  reach: 'auto',
  cures: { 'icloud-restore-running': 0.6, 'leftover-on-phone': 0.2 },
  cost: { seconds: 60, trouble: 0 },
  tries: 10,
  sentence: () => 'The iPhone is busy with something else; trying again in a minute.',
  may: ({ trouble, tried }) =>
    BUSY.has(trouble.code ?? '') && (trouble.code === 'backup.icloud-restore' || tried === 0),
  apply: async ({ clock }, signal) => {
    await clock.sleep(BUSY_MS, signal);
    return 'done';
  },
};
