import type { Remedy } from './remedy.ts';

/** What a cut run left is put aside, not gone on with: the phone begins this backup anew. */
export const setPartialAside: Remedy = {
  id: 'set-partial-aside',
  requirements: ['A13', 'B3', 'C4', 'D8'],
  risk: 'sets-aside-data',
  reach: 'auto',
  cures: { 'poisoned-destination': 0.4, 'manifest-damaged': 0.3, 'backup-not-whole': 0.4, '*': 0.1 },
  cost: { seconds: 300, trouble: 0 },
  tries: 1,
  sentence: () => 'Putting aside what the interrupted run had received, and beginning this backup anew.',
  may: ({ plan, trouble }) => !plan.fresh && trouble.kind === 'ended',
  apply: async ({ plan }) => {
    plan.fresh = true;
    return 'done';
  },
};

/**
 * The phone is shown an empty folder and makes a whole new backup. The earlier one stays where it is until the new one
 * is proved, and becomes an earlier state then.
 */
export const freshChain: Remedy = {
  id: 'fresh-chain',
  requirements: ['A13', 'B3', 'C4', 'D8', 'D12'],
  risk: 'sets-aside-data',
  reach: 'auto',
  cures: {
    'poisoned-destination': 0.95,
    'manifest-damaged': 0.95,
    'backup-not-whole': 0.6,
    'backup-daemon-memory-killed': 0.9,
    'foreign-password': 0.3,
    '*': 0.1,
  },
  cost: { seconds: 900, trouble: 0 },
  tries: 1,
  sentence: () =>
    'Beginning a whole new backup beside the earlier one, which is kept at least until the new one is proved.',
  may: ({ plan, trouble }) => !plan.overNothing && trouble.kind === 'ended',
  apply: async ({ plan }) => {
    plan.fresh = true;
    plan.overNothing = true;
    plan.full = true;
    return 'done';
  },
};
