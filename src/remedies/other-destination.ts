import type { Remedy } from './remedy.ts';

const DISK =
  /^(?:destination\.|vault\.(?:write-failed|not-a-folder|damaged)|backup\.(?:no-space|write-failed))/;

/** The second folder the person named takes the backup. The first stays as it is. */
export const otherDestination: Remedy = {
  id: 'other-destination',
  requirements: ['B4', 'B13', 'D1'],
  risk: 'none',
  reach: 'auto',
  cures: {
    'destination-full': 0.9,
    'destination-failing': 0.9,
    'destination-vanished': 0.8,
    'destination-missing': 0.9,
    'destination-slow': 0.7,
    'destination-forbidden': 0.9,
    'destination-read-only': 0.9,
    'fat-limit': 0.95,
    'folder-guarded': 0.9,
    'destination-out-of-files': 0.9,
    '*': 0.1,
  },
  cost: { seconds: 60, trouble: 0 },
  tries: 1,
  sentence: ({ plan }) => `Turning to the other folder, ${plan.orTo ?? ''}.`,
  may: ({ plan, trouble }) =>
    plan.orTo !== undefined && (trouble.kind === 'stuck' || DISK.test(trouble.code ?? '')),
  apply: async ({ plan }) => {
    if (plan.orTo === undefined) return 'failed';
    plan.destination = plan.orTo;
    plan.orTo = undefined;
    plan.device = undefined;
    return 'done';
  },
};
