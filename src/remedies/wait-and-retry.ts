import type { Remedy } from './remedy.ts';

/** An iCloud restore goes on for hours, an update for half of one; a phone that is busy with itself for minutes. */
const PAUSE_MS = 60_000;
const LONG = new Set(['backup.icloud-restore', 'phone.restoring']);

/** The phone said that something else keeps it busy now: it will be done with that. */
export const waitAndRetry: Remedy = {
  id: 'wait-and-retry',
  requirements: ['A1', 'A8', 'A15', 'B1'],
  risk: 'none',
  reach: 'auto',
  cures: { 'icloud-collision': 0.6, 'phone-updating': 0.6, 'leftover-on-phone': 0.15 },
  cost: { seconds: 60, trouble: 0 },
  tries: 30,
  sentence: () => 'The iPhone is busy with something else; trying again in a minute.',
  may: ({ trouble, tried }) =>
    LONG.has(trouble.code ?? '') || (trouble.code === 'backup.phone-busy' && tried === 0),
  apply: async ({ clock }, signal) => {
    await clock.sleep(PAUSE_MS, signal);
    return 'done';
  },
};
