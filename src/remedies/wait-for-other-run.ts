import type { Remedy } from './remedy.ts';

/** The next attempt looks again; a dead owner's lock is then taken over. */
const PAUSE_MS = 30_000;

/** Another run works on this backup: let it finish. */
export const waitForOtherRun: Remedy = {
  id: 'wait-for-other-run',
  requirements: ['A1', 'A13'],
  risk: 'none',
  reach: 'auto',
  cures: { 'another-program': 0.8, 'leftover-run': 0.5 },
  cost: { seconds: 30, trouble: 0 },
  tries: 10,
  sentence: ({ trouble }) =>
    `Waiting for the other run to finish (${trouble.facts['program'] ?? 'a program'}, process ${trouble.facts['pid'] ?? '?'}).`,
  may: ({ trouble }) => trouble.code === 'vault.busy',
  apply: async ({ clock }, signal) => {
    await clock.sleep(PAUSE_MS, signal);
    return 'done';
  },
};
